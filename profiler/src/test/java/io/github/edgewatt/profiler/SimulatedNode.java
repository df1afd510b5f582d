package io.github.edgewatt.profiler;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.FunctionDetail;
import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.NodeDetail;
import io.github.edgewatt.dataset.NodeRow;
import io.github.edgewatt.dataset.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A node whose true costs are known: CPU is linear in the rates, success falls beyond all cores.
 */
public final class SimulatedNode {
  private final Map<String, Double> cpuMillis;
  private final int cores;
  private final double relativeNoise;
  private final Random random;
  private int next = 1;

  /**
   * @param cpuMillis true CPU per request of each function, ms
   * @param relativeNoise standard deviation of a measured CPU over its mean
   */
  public SimulatedNode(Map<String, Double> cpuMillis, int cores, double relativeNoise, long seed) {
    this.cpuMillis = Map.copyOf(cpuMillis);
    this.cores = cores;
    this.relativeNoise = relativeNoise;
    this.random = new Random(seed);
  }

  /** True increase of node CPU in percent of one core, before any limit. */
  public double demandPercent(Configuration configuration) {
    double demand = 0;
    for (int i = 0; i < configuration.functions().size(); i++) {
      demand +=
          0.1 * cpuMillis.get(configuration.functions().get(i)) * configuration.rates().get(i);
    }
    return demand;
  }

  /** A measurement of {@code configuration}. */
  public MeasurementRow measure(Kind kind, Configuration configuration, int repeat) {
    return measure(kind, configuration, repeat, Verdict.valid());
  }

  /** A measurement with a given verdict. */
  public MeasurementRow measure(
      Kind kind, Configuration configuration, int repeat, Verdict verdict) {
    double demand = demandPercent(configuration);
    double limit = 100.0 * cores;
    double success = Math.min(1, limit / Math.max(1, demand));
    double noise = 1 + relativeNoise * random.nextGaussian();
    double cpu = Math.min(limit, 5 + demand * noise);
    List<FunctionRow> functions = new ArrayList<>();
    for (int i = 0; i < configuration.functions().size(); i++) {
      String name = configuration.functions().get(i);
      int rate = configuration.rates().get(i);
      long due = 20L * rate;
      functions.add(
          new FunctionRow(
              name,
              rate,
              success,
              0.1 * cpuMillis.get(name) * rate,
              9e7,
              Double.NaN,
              1,
              success < 0.9,
              2e6,
              new FunctionDetail(
                  due,
                  due,
                  Math.round(due * success),
                  0,
                  0,
                  0,
                  0,
                  0,
                  0,
                  rate,
                  2,
                  3,
                  4,
                  5,
                  6,
                  2,
                  4,
                  120,
                  cpuMillis.get(name),
                  Double.NaN,
                  1,
                  1,
                  Double.NaN,
                  Double.NaN)));
    }
    boolean overloaded = success < 0.9 || cpu > 0.8 * limit;
    NodeRow node =
        new NodeRow(
            5,
            cpu,
            1e9,
            1.1e9,
            10,
            11,
            Double.NaN,
            Double.NaN,
            5,
            overloaded,
            new NodeDetail(
                20,
                3,
                Double.NaN,
                "none",
                "none",
                100,
                200,
                5,
                false,
                overloaded ? List.of("CPU") : List.of(),
                200));
    return new MeasurementRow(
        "m%04d".formatted(next++), kind, repeat, Instant.EPOCH, functions, node, verdict);
  }
}
