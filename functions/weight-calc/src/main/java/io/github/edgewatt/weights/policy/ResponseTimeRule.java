package io.github.edgewatt.weights.policy;

import io.github.edgewatt.cluster.formula.Percentile;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import io.github.edgewatt.weights.policy.WeightMemory.ResponseTime;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Weights by smoothed response times, in a steep and a smooth form. With rt the response time of a
 * target, rt_min the least of all targets of the zone and s the scaling:
 *
 * <pre>
 * least-response-time          round(max(1, (10 / (rt / rt_min))^s))
 * smooth-least-response-time   round(max(1, 100 / (rt / rt_min)^s))
 * </pre>
 *
 * <p>A target without a response time has the median of the zone's others; where none has one, all
 * have 0.05 s. How response times are smoothed: {@link ResponseTimes}. Source: wrr.py of the
 * osmotic edgebench's successor.
 */
final class ResponseTimeRule implements Rule {
  private static final double STEEP = 10;
  private static final double SMOOTH = 100;
  private static final double MEDIAN = 50;

  private final String name;
  private final DoubleUnaryOperator weight;
  private final PolicySettings settings;

  private ResponseTimeRule(String name, DoubleUnaryOperator weight, PolicySettings settings) {
    this.name = name;
    this.weight = weight;
    this.settings = settings;
  }

  static ResponseTimeRule steep(PolicySettings settings) {
    double scaling = settings.responseScaling();
    return new ResponseTimeRule(
        "least-response-time", ratio -> Math.pow(STEEP / ratio, scaling), settings);
  }

  static ResponseTimeRule smooth(PolicySettings settings) {
    double scaling = settings.responseScaling();
    return new ResponseTimeRule(
        "smooth-least-response-time", ratio -> SMOOTH / Math.pow(ratio, scaling), settings);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public RoundRule round(SnapshotIndex index, EnergyPerRequest energy, WeightMemory memory) {
    ResponseTimes times = new ResponseTimes(index, memory, settings.responseWindow());
    Constant equal = new Constant(whole(1));
    return new RoundRule() {
      @Override
      public FunctionRule of(Targets targets) {
        ResponseTime[][] known = times.of(targets);
        return zone ->
            known.length == 0 || known[zone] == null
                ? equal.of(targets.count(zone))
                : weights(known[zone]);
      }

      @Override
      public WeightMemory memory() {
        return times.memory();
      }
    };
  }

  private int[] weights(ResponseTime[] times) {
    double[] known = new double[times.length];
    int count = 0;
    for (ResponseTime time : times) {
      if (time != null) {
        known[count++] = time.seconds();
      }
    }
    Arrays.sort(known, 0, count);
    double median = Percentile.ofSorted(known, 0, count, MEDIAN);
    double least = known[0];
    int[] weights = new int[times.length];
    int usual = whole(median / least);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = times[i] == null ? usual : whole(times[i].seconds() / least);
    }
    return weights;
  }

  /** Half to even, as Python rounds. */
  private int whole(double ratio) {
    return (int) Math.rint(Math.max(1, weight.applyAsDouble(ratio)));
  }
}
