package io.github.edgewatt.forecaster.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.RateSpace;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import io.github.edgewatt.forecaster.profile.CostProfile;
import io.github.edgewatt.forecaster.profile.CostProfile.Point;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainedModelTest {
  private static final CostProfile THUMBNAIL =
      new CostProfile(
          "thumbnail",
          List.of(new Point(20, 30, 1e8, 0.1, 0.02, 1), new Point(60, 90, 1e8, 0.3, 0.02, 1)));

  @Test
  void oneFunctionMoreIsAnsweredForAndMarked() {
    TrainedModel model = new RandomModels(1).complete(5, 9);
    TrainedModel extended = model.withProfile(THUMBNAIL);
    Load load = load(model, Map.of("thumbnail", 40.0));
    assertThatThrownBy(() -> ModelForecaster.of(model).forecast(load))
        .hasMessageContaining("knows no function thumbnail");
    Forecast forecast = ModelForecaster.of(extended).forecast(load);
    assertThat(forecast.node()).hasSameSizeAs(model.targets());
    assertThat(forecast.is(Warning.Kind.NOVEL)).isTrue();
    assertThat(forecast.is(Warning.Kind.EXTRAPOLATED)).isFalse();
    assertThat(ModelForecaster.of(extended).highestRates()).containsEntry("thumbnail", 60.0);
  }

  @Test
  void theOthersAreAnsweredAsBefore() {
    TrainedModel model = new RandomModels(2).complete(5, 9);
    Load load = load(model, Map.of("env", 40.0, "figlet", 20.0));
    assertThat(ModelForecaster.of(model.withProfile(THUMBNAIL)).forecast(load))
        .isEqualTo(ModelForecaster.of(model).forecast(load));
  }

  @Test
  void aGroupsRateHoldsOneFunctionMore() {
    TrainedModel model = new RandomModels(3).groups();
    RateSpace space = model.rates().orElseThrow();
    int low = space.columnOfGroup("LOW", 7).orElseThrow();
    TrainedModel extended = model.withProfile(THUMBNAIL).withRates(space.with("thumbnail", low));
    Forecast own = ModelForecaster.of(extended).forecast(load(model, Map.of("thumbnail", 40.0)));
    Forecast other = ModelForecaster.of(model).forecast(load(model, Map.of("env", 40.0)));
    assertThat(own.node()).isEqualTo(other.node());
    assertThat(own.is(Warning.Kind.NOVEL)).isTrue();
  }

  @Test
  void otherColumnsAreRefused() {
    RateSpace other = RateSpace.groups(Map.of("LOW", List.of("env")));
    TrainedModel groups = new RandomModels(4).groups();
    assertThatThrownBy(() -> groups.withRates(other)).hasMessageContaining("not trained on");
    TrainedModel profiles = new RandomModels(4).complete(1, 3);
    assertThatThrownBy(() -> profiles.withRates(other)).hasMessageContaining("not trained on");
  }

  private static Load load(TrainedModel model, Map<String, Double> rates) {
    return Load.of(RandomModels.MID, rates, model.nodes().get(RandomModels.MID));
  }
}
