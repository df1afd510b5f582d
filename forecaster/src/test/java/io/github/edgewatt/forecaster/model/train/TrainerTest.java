package io.github.edgewatt.forecaster.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.RateSpace;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.FunctionTarget;
import io.github.edgewatt.forecaster.model.ModelForecaster;
import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.forecaster.score.Regression;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainerTest {
  private static final Trainer.Origin ORIGIN = new Trainer.Origin("test", "", Instant.EPOCH);

  private static Trainer.Options options(long seed, FunctionTarget... targets) {
    return new Trainer.Options(Optional.empty(), List.of(targets), seed, 1_000);
  }

  private static TrainingSet set(int configurations) {
    return new TrainingSet(
        new SyntheticMixes(1, 3).campaign(configurations), SyntheticMixes.profiles());
  }

  private static double r2(TrainedModel model, Target target, List<Observation> asked) {
    List<Double> measured = new ArrayList<>();
    List<Double> forecast = new ArrayList<>();
    ModelForecaster forecaster = ModelForecaster.of(model);
    for (Observation one : asked) {
      measured.add(one.increase(target) + target.of(one.load().idle()));
      forecast.add(forecaster.forecast(one.load()).node().get(target).value());
    }
    return Regression.r2(
        measured.stream().mapToDouble(Double::doubleValue).toArray(),
        forecast.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Test
  void forecastsUnseenMixesFarBetterThanRest() {
    TrainingSet set = set(20);
    SyntheticMixes fresh = new SyntheticMixes(2, 3);
    List<Observation> unseen =
        SyntheticMixes.observations(
            SyntheticMixes.HEAVY, fresh.mixes(SyntheticMixes.HEAVY, 40, 2, "ant", "cat", "dog"));
    TrainedModel model = Trainer.train(set, options(1, FunctionTarget.CPU), ORIGIN);
    TrainedModel idle = Baselines.idle(set, 1, ORIGIN);
    TrainedModel ridge = Baselines.ridge(set, 1, ORIGIN);
    assertThat(r2(model, Target.CPU, unseen)).isGreaterThan(.95);
    assertThat(r2(model, Target.POWER, unseen)).isGreaterThan(.9);
    assertThat(r2(idle, Target.CPU, unseen)).isLessThan(0);
    assertThat(r2(ridge, Target.CPU, unseen)).isBetween(.3, .99);
    assertThat(model.overload()).isPresent();
    assertThat(model.header().scores()).containsKeys("cpu.r2", "overload.ap", "function.cpu.r2");
    assertThat(model.header().notes()).anyMatch(note -> note.startsWith("cpu: "));
    Forecast one = ModelForecaster.of(model).forecast(unseen.get(0).load());
    assertThat(one.functions()).isNotEmpty();
  }

  @Test
  void theSameSeedMakesTheSameModel() {
    TrainingSet set = set(6);
    List<Observation> asked = new SyntheticMixes(5, 0).campaign(3);
    TrainedModel first = Trainer.train(set, options(4), ORIGIN);
    TrainedModel second = Trainer.train(set, options(4), ORIGIN);
    assertThat(second.header()).isEqualTo(first.header());
    assertThat(second.physics()).isEqualTo(first.physics());
    for (Observation one : asked) {
      assertThat(ModelForecaster.of(second).forecast(one.load()))
          .isEqualTo(ModelForecaster.of(first).forecast(one.load()));
    }
  }

  @Test
  void upstreamsFeaturesMakeModelsToo() {
    TrainingSet set = set(10);
    RateSpace rates = RateSpace.functions(List.of("ant", "bee", "cat", "dog"));
    TrainedModel model =
        Trainer.train(set, new Trainer.Options(Optional.of(rates), List.of(), 1, 1_000), ORIGIN);
    assertThat(model.targets().get(Target.CPU).absolute()).isTrue();
    assertThat(r2(model, Target.CPU, set.observations())).isGreaterThan(.8);
    assertThatThrownBy(() -> Calibrator.adapt(model, SyntheticMixes.LIGHT, List.of()))
        .hasMessageContaining("cannot be adapted");
  }

  @ParameterizedTest
  @CsvSource({"1, 1 configuration is too little", "2, 2 configurations are too little"})
  void fewConfigurationsAreTooLittle(int count, String expected) {
    TrainingSet few = set(5).with(distinct(set(5).observations()).subList(0, count));
    assertThatThrownBy(() -> Trainer.choose(few, options(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void threeConfigurationsMakeAModel() {
    TrainingSet three = set(5).with(distinct(set(5).observations()).subList(0, 3));
    TrainedModel model = Trainer.train(three, options(1), ORIGIN);
    assertThat(model.targets()).containsKeys(Target.values());
    assertThat(ModelForecaster.of(model).forecast(three.observations().get(0).load()).node())
        .containsKey(Target.CPU);
  }

  private static List<Observation> distinct(List<Observation> all) {
    Map<String, Observation> byKey = new LinkedHashMap<>();
    all.forEach(one -> byKey.putIfAbsent(one.key(), one));
    return List.copyOf(byKey.values());
  }

  @Test
  void calibrationMovesTheModelTowardsANewKindOfNode() {
    TrainingSet set = set(15);
    SyntheticMixes fresh = new SyntheticMixes(3, 3);
    List<Observation> light =
        SyntheticMixes.observations(
            SyntheticMixes.LIGHT,
            fresh.mixes(SyntheticMixes.LIGHT, 60, 1, "ant", "bee", "cat", "dog"));
    TrainedModel model = Trainer.train(set, options(1), ORIGIN);
    TrainedModel adapted = Calibrator.adapt(model, SyntheticMixes.LIGHT, light.subList(0, 20));
    assertThat(r2(adapted, Target.CPU, light.subList(20, light.size()))).isGreaterThan(.9);
    assertThat(adapted.adaptations().get(SyntheticMixes.LIGHT).configurations()).isEqualTo(20);
    assertThat(adapted.nodes()).containsKey(SyntheticMixes.LIGHT);
  }
}
