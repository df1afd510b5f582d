package io.github.edgewatt.forecaster.evaluate;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.forecaster.evaluate.Points.Point;
import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Observation;
import io.github.edgewatt.forecaster.feature.Repeat;
import io.github.edgewatt.forecaster.model.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** Made-up observations and points. */
final class Made {
  private static final List<String> FUNCTIONS = List.of("ant", "bee", "cat", "dog");

  private Made() {}

  /**
   * Observations that often ask the same rates of the same kind of node with other functions idling
   * beside: functions with rate 0 are deployed too.
   */
  static List<Observation> observations(long seed, int count) {
    Random random = new Random(seed);
    List<Observation> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TreeSet<String> deployed = new TreeSet<>();
      TreeMap<String, Double> rates = new TreeMap<>();
      while (deployed.size() < 2 + random.nextInt(2)) {
        deployed.add(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())));
      }
      for (String function : deployed) {
        if (random.nextBoolean()) {
          rates.put(function, 10.0 * (1 + random.nextInt(3)));
        }
      }
      NodeType node = NodeType.ofCores(2 + 2 * random.nextInt(3));
      all.add(
          new Observation(
              node, MeasurementRow.Kind.MIX, deployed, rates, repeats(random, rates.size())));
    }
    return all;
  }

  private static List<Repeat> repeats(Random random, int load) {
    List<Repeat> repeats = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      double cpu = 10 + 20 * load + random.nextGaussian();
      repeats.add(
          new Repeat(new Idle(10, 1e9, 25, 1), cpu, 1.1e9, 27, 2, load > 2, true, List.of()));
    }
    return repeats;
  }

  /** A point whose bounds lie {@code reach} around the forecast. */
  static Point point(
      String group,
      String configuration,
      double rest,
      double measured,
      double forecast,
      double reach) {
    return new Point(
        group,
        configuration,
        rest,
        measured,
        new Interval(forecast, forecast - reach, forecast + reach));
  }
}
