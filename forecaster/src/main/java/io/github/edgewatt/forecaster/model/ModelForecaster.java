package io.github.edgewatt.forecaster.model;

import io.github.edgewatt.forecaster.feature.FeatureSpace;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.Load;
import io.github.edgewatt.forecaster.feature.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Answers from a trained model.
 *
 * <ul>
 *   <li>A figure never leaves what its node can show: CPU 0 to 100 % of each core, memory 0 to all
 *       of it, power and latency not below 0; its bounds always hold it.
 *   <li>The node overloads where any function does: {@code 1 - Π(1 - p_f)}, then the model's map to
 *       a probability.
 *   <li>A target whose figure at rest nobody knows is absent. Without load every figure is that at
 *       rest, and nothing overloads.
 *   <li>Beyond what was trained, at a distance d (see {@link TrainedRange}), trees go flat. So
 *       there the CPU is the larger of the learner's and the physics', every interval is 1 + d
 *       times as wide, and a probability p of overload becomes {@code 1 - (1 - p) / (1 + d)}: at
 *       twice the trained rate half of the safety is gone.
 * </ul>
 */
public final class ModelForecaster implements Forecaster {
  /** Loads answered together: enough to keep a tree in the cache, few enough to hold. */
  private static final int BLOCK = 2048;

  private final TrainedModel model;
  private final boolean withFunctions;
  private final FeatureSpace space;
  private final TrainedRange range;

  private ModelForecaster(TrainedModel model, boolean withFunctions) {
    this.model = model;
    this.withFunctions = withFunctions;
    this.space = model.space();
    this.range = new TrainedRange(model);
  }

  /** Answers with everything {@code model} knows. */
  public static ModelForecaster of(TrainedModel model) {
    return new ModelForecaster(model, true);
  }

  /** The same answers without the functions' own figures, for searches that ask much. */
  public static ModelForecaster nodeOnly(TrainedModel model) {
    return new ModelForecaster(model, false);
  }

  @Override
  public Forecast forecast(Load load) {
    return forecastAll(List.of(load)).get(0);
  }

  @Override
  public List<Forecast> forecastAll(List<Load> loads) {
    List<Forecast> forecasts = new ArrayList<>(loads.size());
    for (int from = 0; from < loads.size(); from += BLOCK) {
      List<Load> block = loads.subList(from, Math.min(loads.size(), from + BLOCK));
      List<Load> asked = new ArrayList<>(block.size());
      for (Load load : block) {
        range.check(load);
        Idle usual = model.nodes().get(load.node());
        asked.add(usual == null ? load : load.withIdle(load.idle().orElse(usual)));
      }
      forecasts.addAll(new Answers(model, space, range, asked, withFunctions).all());
    }
    return forecasts;
  }

  @Override
  public Map<NodeType, Idle> nodes() {
    return model.nodes();
  }

  @Override
  public Map<String, Double> highestRates() {
    return range.highestRates();
  }

  /** The model behind the answers. */
  public TrainedModel model() {
    return model;
  }
}
