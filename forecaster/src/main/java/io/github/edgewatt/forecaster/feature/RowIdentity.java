package io.github.edgewatt.forecaster.feature;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells rows that were met before: the same functions, rates and figures, bit by bit, on the same
 * kind of node. Two measurements never agree in all of it.
 *
 * <p>Remembered is a hash of 64 bits, mixed by the finaliser of MurmurHash3: among 600,000 rows the
 * chance that any two different ones are taken for one is 1 in 10^8.
 */
public final class RowIdentity {
  private final Set<Long> seen = new HashSet<>();

  /** Whether {@code row} is new; {@code node} is any name of its kind of node. */
  public boolean isNew(MeasurementRow row, String node) {
    return seen.add(hash(row, node));
  }

  private static long hash(MeasurementRow row, String node) {
    long hash = node.hashCode();
    for (FunctionRow function : row.functions()) {
      hash = mix(hash, function.function().hashCode());
      hash = mix(hash, function.rate());
      hash = mix(hash, function.successRate());
      hash = mix(hash, function.cpuPercent());
      hash = mix(hash, function.ramBytes());
      hash = mix(hash, function.powerMicrowatts());
      hash = mix(hash, function.meanLatencyNanos());
    }
    hash = mix(hash, row.node().cpuIdlePercent());
    hash = mix(hash, row.node().cpuPercent());
    hash = mix(hash, row.node().ramIdleBytes());
    hash = mix(hash, row.node().ramBytes());
    return mix(hash, row.node().powerMicrowatts());
  }

  private static long mix(long hash, double figure) {
    return mix(hash, Double.doubleToLongBits(figure));
  }

  private static long mix(long hash, long bits) {
    long h = hash * 0x9e3779b97f4a7c15L + bits;
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    h *= 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
