package io.github.edgewatt.forecaster.evaluate;

import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.Target;
import io.github.edgewatt.forecaster.model.TargetModel;
import io.github.edgewatt.forecaster.model.TrainedModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Permutation importance (Breiman, 2001): how much worse forecasts of held-back measurements get
 * when one feature's values are dealt out anew among them. Added up over rounds, each with its own
 * model.
 */
public final class PermutationImportance {
  /** More observations of a round do not change the order any more. */
  static final int MOST_OBSERVATIONS = 2_000;

  private static final class Sums {
    private final List<String> features;
    private final double[] shuffled;
    private double straight;
    private int count;

    Sums(List<String> features) {
      this.features = features;
      this.shuffled = new double[features.size()];
    }
  }

  private final Map<Target, Sums> sums = new EnumMap<>(Target.class);
  private final int observations;
  private final long seed;

  /**
   * @param rounds how many will be added; together about 2,000 observations are asked
   * @param seed of the shuffling
   */
  public PermutationImportance(int rounds, long seed) {
    this.observations = Math.max(1, MOST_OBSERVATIONS / Math.max(1, rounds));
    this.seed = seed;
  }

  /** Adds a model, asked for {@code test}, which it has not seen. */
  public void add(TrainedModel model, List<Observation> test) {
    Random random = new Random(seed);
    List<Observation> drawn = new ArrayList<>(test);
    Collections.shuffle(drawn, random);
    drawn = drawn.subList(0, Math.min(observations, drawn.size()));
    double[][] spaces =
        drawn.stream().map(one -> model.space().of(one.load())).toArray(double[][]::new);
    for (Map.Entry<Target, TargetModel> entry : model.targets().entrySet()) {
      add(entry.getKey(), entry.getValue(), drawn, spaces, random);
    }
  }

  private void add(
      Target target,
      TargetModel learned,
      List<Observation> observations,
      double[][] spaces,
      Random random) {
    List<double[]> rows = new ArrayList<>();
    List<Double> measured = new ArrayList<>();
    for (int i = 0; i < spaces.length; i++) {
      double increase = observations.get(i).increase(target);
      if (Double.isFinite(increase)) {
        rows.add(select(spaces[i], learned.columns()));
        measured.add(
            learned.absolute()
                ? increase + target.of(observations.get(i).load().idle())
                : increase);
      }
    }
    Sums sum = sums.computeIfAbsent(target, unused -> new Sums(learned.features()));
    if (!sum.features.equals(learned.features())) {
      throw new IllegalArgumentException("models of different features cannot be added up");
    }
    for (int i = 0; i < rows.size(); i++) {
      sum.straight += square(learned.regressor().at(rows.get(i)) - measured.get(i));
    }
    sum.count += rows.size();
    for (int feature = 0; feature < sum.shuffled.length; feature++) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        order.add(i);
      }
      Collections.shuffle(order, random);
      for (int i = 0; i < rows.size(); i++) {
        double[] changed = rows.get(i).clone();
        changed[feature] = rows.get(order.get(i))[feature];
        sum.shuffled[feature] += square(learned.regressor().at(changed) - measured.get(i));
      }
    }
  }

  /** The rises of all figures seen so far, in the order of {@link Target}. */
  public List<FeatureImportance> importance() {
    List<FeatureImportance> all = new ArrayList<>();
    sums.forEach(
        (target, sum) -> {
          double[] rise = new double[sum.shuffled.length];
          for (int i = 0; i < rise.length && sum.count > 0; i++) {
            rise[i] = Math.sqrt(sum.shuffled[i] / sum.count) - Math.sqrt(sum.straight / sum.count);
          }
          all.add(new FeatureImportance(target.text(), sum.features, rise));
        });
    return all;
  }

  private static double[] select(double[] space, int[] columns) {
    double[] selected = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      selected[i] = space[columns[i]];
    }
    return selected;
  }

  private static double square(double value) {
    return value * value;
  }
}
