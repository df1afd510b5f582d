package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.cluster.formula.Percentile;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.Trace;
import io.github.edgewatt.cluster.snapshot.Traffic;
import io.github.edgewatt.scaling.tuning.TimeMeasure;
import java.util.Arrays;

/**
 * Times of requests by function, in all or in each zone. A function without traces has the mean
 * times of its traffic counters.
 */
final class Times {
  private final double[][] millis;
  private final int groups;

  private Times(int functions, int groups) {
    millis = new double[functions * groups][];
    this.groups = groups;
  }

  static Times of(SnapshotIndex index, TimeMeasure measure, boolean perZone) {
    int functions = index.functions().size();
    Times times = new Times(functions, perZone ? index.zones().size() : 1);
    int[] sizes = new int[times.millis.length];
    boolean[] traced = new boolean[functions];
    for (Trace trace : index.snapshot().traces()) {
      int function = index.function(trace.function());
      if (function >= 0) {
        traced[function] = true;
        times.add(sizes, index, function, trace.zone(), perZone, measure.millis(trace));
      }
    }
    for (Traffic one : index.snapshot().traffic()) {
      int function = index.function(one.function());
      if (function >= 0 && !traced[function] && one.requestsPerSecond() > 0) {
        times.add(sizes, index, function, one.zone(), perZone, one.responseSeconds() * 1000);
      }
    }
    for (int i = 0; i < sizes.length; i++) {
      times.millis[i] = sizes[i] == 0 ? null : Arrays.copyOf(times.millis[i], sizes[i]);
    }
    return times;
  }

  private void add(
      int[] sizes,
      SnapshotIndex index,
      int function,
      String zoneName,
      boolean perZone,
      double time) {
    int zone = perZone ? index.zone(zoneName) : 0;
    if (zone < 0 || !(time >= 0 && time < Double.POSITIVE_INFINITY)) {
      return;
    }
    int group = function * groups + zone;
    if (millis[group] == null) {
      millis[group] = new double[8];
    } else if (millis[group].length == sizes[group]) {
      millis[group] = Arrays.copyOf(millis[group], 2 * sizes[group]);
    }
    millis[group][sizes[group]++] = time;
  }

  /** The percentile of a function in a group, a zone's number or 0; NaN of none. */
  double percentile(int function, int group, double percent) {
    double[] values = millis[function * groups + group];
    return values == null ? Double.NaN : Percentile.of(values, percent);
  }
}
