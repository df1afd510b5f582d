package io.github.edgewatt.forecaster.suggest;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.Forecast;
import io.github.edgewatt.forecaster.model.Forecaster;
import io.github.edgewatt.forecaster.model.Interval;

/**
 * What a trained model expects: its interval of the node's CPU and its probability of overload,
 * which counts as even where the model knows none.
 *
 * @param model knows the kind of node and all functions asked for
 * @param node where the configurations are measured
 * @param features how configurations are told apart
 */
public record ForecastOutlook(Forecaster model, NodeType node, MixFeatures features)
    implements Outlook {
  private static final double LEAST_HALF_WIDTH = 0.1;

  @Override
  public Expected at(Configuration configuration) {
    Idle idle = model.nodes().get(node);
    Forecast forecast = model.forecast(Load.of(node, configuration, idle));
    Interval cpu = forecast.node().get(Target.CPU);
    if (cpu == null) {
      throw new IllegalArgumentException("the model forecasts no CPU");
    }
    double overload = Double.isNaN(forecast.overload()) ? 0.5 : forecast.overload();
    return new Expected(
        features.of(configuration),
        cpu.value() - idle.cpuPercent(),
        Math.max(LEAST_HALF_WIDTH, cpu.width() / 2),
        overload);
  }
}
