package io.github.edgewatt.forecaster.model;

import static io.github.edgewatt.forecaster.model.RandomModels.HEAVY;
import static io.github.edgewatt.forecaster.model.RandomModels.LIGHT;
import static io.github.edgewatt.forecaster.model.RandomModels.MID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Forecast.FunctionForecast;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import io.github.edgewatt.forecaster.model.Forecast.Warning.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelForecasterTest {
  private static final Idle UNKNOWN = new Idle(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private final TrainedModel model = new RandomModels(1).complete(5, 40);
  private final ModelForecaster forecaster = ModelForecaster.of(model);

  private static Load load(NodeType node, Map<String, Double> rates) {
    return Load.of(node, rates, UNKNOWN);
  }

  @Test
  void answersAsTheLearnersDo() {
    Load load = load(HEAVY, Map.of("env", 20.0, "figlet", 30.0)).withIdle(model.nodes().get(HEAVY));
    Forecast forecast = forecaster.forecast(load);

    double[] space = model.space().of(load);
    Interval cpu = model.targets().get(Target.CPU).at(space, load.idle().cpuPercent());
    assertThat(forecast.node().get(Target.CPU).value())
        .isEqualTo(Math.min(600, Math.max(0, cpu.value())));
    OverloadModel overload = model.overload().orElseThrow();
    double env = overload.score(model.functionFeatures("env", load));
    double figlet = overload.score(model.functionFeatures("figlet", load));
    assertThat(forecast.overload())
        .isEqualTo(overload.calibration().at(1 - (1 - env) * (1 - figlet)));
    assertThat(forecast.functions().get("env").overload()).isEqualTo(env);
    Interval latency =
        model
            .functionTargets()
            .get(FunctionTarget.LATENCY)
            .at(model.functionFeatures("env", load), 0);
    assertThat(forecast.functions().get("env").figures().get(FunctionTarget.LATENCY).value())
        .isEqualTo(Math.max(0, latency.value()));
    assertThat(forecast.warnings()).isEmpty();
  }

  @Test
  void takesUnknownFiguresAtRestFromTheModel() {
    Load load = load(MID, Map.of("env", 20.0));
    assertThat(forecaster.forecast(load).load().idle()).isEqualTo(model.nodes().get(MID));
    Idle measured = new Idle(33, Double.NaN, Double.NaN, Double.NaN);
    Idle filled = forecaster.forecast(load.withIdle(measured)).load().idle();
    assertThat(filled.cpuPercent()).isEqualTo(33);
    assertThat(filled.powerWatts()).isEqualTo(model.nodes().get(MID).powerWatts());
  }

  @Test
  void leavesATargetOutWhoseFigureAtRestNobodyKnows() {
    TrainedModel groups = new RandomModels(2).groups();
    Forecast forecast = ModelForecaster.of(groups).forecast(load(MID, Map.of("env", 5.0)));
    assertThat(forecast.node()).containsOnlyKeys(Target.CPU);
    assertThat(forecast.overload()).isNaN();
    assertThat(forecast.functions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void staysWithinWhatTheNodeCanShowAndHoldsTheValue(long seed) {
    ModelForecaster any = ModelForecaster.of(new RandomModels(seed).complete(3, 30));
    for (Load load : loads(new Random(seed), 200)) {
      Forecast forecast = any.forecast(load);
      double cores = load.node().cores();
      double memory = 100 * forecast.load().idle().ramBytes() / forecast.load().idle().ramPercent();
      forecast.node().values().forEach(ModelForecasterTest::ordered);
      assertThat(forecast.node().get(Target.CPU).high()).isLessThanOrEqualTo(100 * cores);
      assertThat(forecast.node().get(Target.RAM).high()).isLessThanOrEqualTo(memory);
      assertThat(forecast.node().get(Target.RAM_PERCENT).high()).isLessThanOrEqualTo(100);
      assertThat(forecast.overload()).isBetween(0.0, 1.0);
      for (FunctionForecast part : forecast.functions().values()) {
        part.figures().values().forEach(ModelForecasterTest::ordered);
        assertThat(part.figures().get(FunctionTarget.CPU).high()).isLessThanOrEqualTo(100 * cores);
        assertThat(part.overload()).isBetween(0.0, 1.0);
      }
    }
  }

  private static void ordered(Interval interval) {
    assertThat(interval.low()).isBetween(0.0, interval.value());
    assertThat(interval.high()).isGreaterThanOrEqualTo(interval.value()).isFinite();
  }

  @Test
  void answersManyExactlyAsOneByOne() {
    List<Load> loads = loads(new Random(7), 5_000);
    List<Forecast> together = forecaster.forecastAll(loads);
    assertThat(together).hasSameSizeAs(loads);
    for (int i = 0; i < loads.size(); i += 97) {
      assertThat(together.get(i)).isEqualTo(forecaster.forecast(loads.get(i)));
    }
  }

  @Test
  void nodeOnlyGivesTheSameWithoutTheFunctionsFigures() {
    Load load = load(MID, Map.of("env", 20.0, "figlet", 10.0));
    Forecast all = forecaster.forecast(load);
    Forecast node = ModelForecaster.nodeOnly(model).forecast(load);
    assertThat(node.node()).isEqualTo(all.node());
    assertThat(node.overload()).isEqualTo(all.overload());
    assertThat(node.functions().get("env").figures()).isEmpty();
    assertThat(node.functions().get("env").overload())
        .isEqualTo(all.functions().get("env").overload());
  }

  @Test
  void withoutLoadTheNodeRests() {
    Forecast forecast = forecaster.forecast(load(MID, Map.of("env", 0.0)));
    assertThat(forecast.node().get(Target.CPU).value())
        .isEqualTo(model.nodes().get(MID).cpuPercent());
    assertThat(forecast.overload()).isZero();
    assertThat(forecast.warnings()).isEmpty();
  }

  @Test
  void beyondTheTrainedRatesCpuGoesOnWithThePhysicsAndDoubtGrows() {
    TargetModel flat =
        new TargetModel(
            "ridge",
            List.of(),
            new int[0],
            new Linear(1, new double[0]),
            false,
            new IntervalScale(1, 0, -1, 1));
    ModelForecaster cautious = ModelForecaster.of(withTargets(Map.of(Target.CPU, flat)));
    double rest = model.nodes().get(HEAVY).cpuPercent();
    Forecast last = cautious.forecast(load(HEAVY, Map.of("figlet", 100.0)));
    assertThat(last.node().get(Target.CPU).value()).isEqualTo(rest + 1);
    double below = last.node().get(Target.CPU).value();
    for (double rate : new double[] {150, 200, 400, 1e6, 1e300}) {
      Forecast forecast = cautious.forecast(load(HEAVY, Map.of("figlet", rate)));
      double physics = model.space().of(load(HEAVY, Map.of("figlet", Math.min(1e9, rate))))[13];
      Interval cpu = forecast.node().get(Target.CPU);
      assertThat(cpu.value())
          .isEqualTo(Math.min(600, rest + physics))
          .isGreaterThanOrEqualTo(below);
      assertThat(forecast.overload()).isGreaterThanOrEqualTo(Math.min(0.98, 1 - 100 / rate));
      assertThat(forecast.is(Kind.EXTRAPOLATED)).isTrue();
      ordered(cpu);
      below = cpu.value();
    }
    assertThat(forecaster.forecast(load(HEAVY, Map.of("figlet", 500.0))).warnings())
        .extracting(Warning::what)
        .contains("figlet at 500/s is beyond the 100/s it was trained on");
  }

  private TrainedModel withTargets(Map<Target, TargetModel> targets) {
    return new TrainedModel(
        model.header(),
        model.profiles(),
        model.physics(),
        model.rates(),
        model.nodes(),
        model.highestRates(),
        targets,
        model.overload(),
        model.functionTargets(),
        model.adaptations());
  }

  @Test
  void widensIntervalsByTheDistance() {
    TrainedModel groups = new RandomModels(2).groups();
    IntervalScale scale = groups.targets().get(Target.CPU).scale();
    Load load = Load.of(MID, Map.of("env", 300.0), new Idle(0, 0, 0, 0));
    Interval cpu = ModelForecaster.of(groups).forecast(load).node().get(Target.CPU);
    // 300/s are half as much again as the 200/s trained on.
    double below = -scale.low() * scale.spread(cpu.value()) * 1.5;
    assertThat(cpu.value() - cpu.low()).isCloseTo(below, within(1e-9));
  }

  @Test
  void warnsOfDemandBeyondAllTrainedMixes() {
    Map<String, Double> rates = Map.of("figlet", 100.0, "env", 200.0, "curl", 200.0, "nmap", 200.0);
    Forecast forecast = forecaster.forecast(load(MID, rates));
    assertThat(forecast.warnings())
        .filteredOn(warning -> warning.kind() == Kind.EXTRAPOLATED)
        .singleElement()
        .extracting(Warning::what)
        .asString()
        .startsWith("together the functions ask for ")
        .endsWith(" % trained on MID");
  }

  @Test
  void warnsOfWhatIsNew() {
    assertThat(whats(HEAVY, Map.of("env", 1.0, "nmap", 1.0)))
        .containsExactly("nmap is known from running alone, from no mix");
    assertThat(whats(MID, Map.of("env", 1.0, "curl", 1.0)))
        .containsExactly("curl+env was not trained together on MID");
    assertThat(whats(MID, Map.of("env", 1.0))).isEmpty();
    assertThat(whats(LIGHT, Map.of("env", 1.0)))
        .containsExactly("LIGHT was not trained on, only calibrated with 5 configurations");
  }

  private List<String> whats(NodeType node, Map<String, Double> rates) {
    return forecaster.forecast(load(node, rates)).warnings().stream().map(Warning::what).toList();
  }

  @Test
  void anAdaptedNodeUsesItsOwnPhysicsAndFactors() {
    Idle rest = model.nodes().get(LIGHT);
    Load load = load(LIGHT, Map.of("env", 20.0)).withIdle(rest);
    Map<Target, Interval> node = forecaster.forecast(load).node();
    Adaptation adaptation = model.adaptations().get(LIGHT);
    double demand = adaptation.physics().demandPercent(LIGHT, load.rates(), model.profiles());
    double increase = adaptation.physics().increasePercent(LIGHT, demand);
    Interval cpu = adaptation.cpu().around(rest.cpuPercent(), increase);
    assertThat(node.get(Target.CPU)).isEqualTo(cpu);

    TargetModel ram = model.targets().get(Target.RAM);
    double plain = ram.at(model.space().of(load), 0).value();
    assertThat(node.get(Target.RAM).value()).isEqualTo(2e9 + 1.1 * plain);
    double spread = ram.scale().spread(1.1 * plain) * 1.5 * ram.scale().high();
    assertThat(node.get(Target.RAM).high() - node.get(Target.RAM).value())
        .isCloseTo(spread, within(1e-3));
  }

  @Test
  void refusesWhatTheModelDoesNotKnowAndSaysWhatItKnows() {
    assertThatThrownBy(() -> forecaster.forecast(load(MID, Map.of("thumbnail", 1.0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the model knows no function thumbnail; it knows curl, env, figlet, nmap");
    assertThatThrownBy(() -> forecaster.forecast(load(NodeType.ofCores(8), Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the model knows no node type NODE8 with 8 cores; it knows LIGHT 2, MID 4, HEAVY 6");
  }

  @Test
  void tellsNodesAndHighestRates() {
    assertThat(forecaster.nodes()).containsOnlyKeys(LIGHT, MID, HEAVY);
    assertThat(forecaster.highestRates())
        .isEqualTo(Map.of("curl", 200.0, "env", 200.0, "figlet", 100.0, "nmap", 200.0));
    assertThat(forecaster.model()).isSameAs(model);
  }

  private static List<Load> loads(Random random, int count) {
    List<Load> loads = new ArrayList<>();
    NodeType[] nodes = {LIGHT, MID, HEAVY};
    for (int i = 0; i < count; i++) {
      Map<String, Double> rates =
          Map.of(
              "env", (double) random.nextInt(400),
              "figlet", random.nextDouble() * 120,
              "nmap", (double) random.nextInt(2));
      loads.add(load(nodes[random.nextInt(3)], rates));
    }
    return loads;
  }
}
