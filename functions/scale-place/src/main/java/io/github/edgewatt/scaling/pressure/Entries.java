package io.github.edgewatt.scaling.pressure;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.Trace;
import io.github.edgewatt.cluster.snapshot.Traffic;
import io.github.edgewatt.scaling.tuning.TimeMeasure;
import java.util.Arrays;
import java.util.List;

/** Traces, or else counters, of one function as columns, sorted by serving zone and client. */
final class Entries {
  private final SnapshotIndex index;
  private final int zones;
  private final long[] keys;
  private final double[] weights;
  private final double[] millis;
  private String lastZone = "";
  private int lastServed = -1;
  private int size;

  private Entries(SnapshotIndex index, int most) {
    this.index = index;
    zones = index.zones().size();
    keys = new long[most];
    weights = new double[most];
    millis = new double[most];
  }

  /**
   * @param traces of all functions, grouped
   * @param traffic likewise
   */
  static Entries of(
      SnapshotIndex index, TimeMeasure measure, int function, Grouped traces, Grouped traffic) {
    List<Trace> allTraces = index.snapshot().traces();
    List<Traffic> allTraffic = index.snapshot().traffic();
    Entries entries = new Entries(index, Math.max(traces.count(function), traffic.count(function)));
    for (int i = traces.first(function); i < traces.end(function); i++) {
      Trace trace = allTraces.get(traces.entry(i));
      entries.add(trace.zone(), trace.originZone(), 1, measure.millis(trace));
    }
    if (entries.size == 0) {
      double seconds = index.snapshot().lookback().toNanos() / 1e9;
      for (int i = traffic.first(function); i < traffic.end(function); i++) {
        Traffic one = allTraffic.get(traffic.entry(i));
        double count = one.requestsPerSecond() * seconds;
        if (count >= 0 && count < Double.POSITIVE_INFINITY) {
          // Counters know no network time: the response's stands for both measures.
          double time = one.responseSeconds() * 1000;
          boolean known = time >= 0 && time < Double.POSITIVE_INFINITY && count > 0;
          entries.add(one.zone(), one.originZone(), count, known ? time : Double.NaN);
        }
      }
    }
    // A key ends with the entry's number, so that equal ones stay in their order.
    Arrays.sort(entries.keys, 0, entries.size);
    return entries;
  }

  private void add(String zone, String origin, double weight, double time) {
    // Counters mostly come zone by zone.
    if (!zone.equals(lastZone)) {
      lastZone = zone;
      lastServed = index.zone(zone);
    }
    int served = lastServed;
    if (served >= 0) {
      int asking = index.zone(origin);
      long row = (long) served * zones + (asking < 0 ? served : asking);
      keys[size] = row << Integer.SIZE | size;
      weights[size] = weight;
      millis[size] = time;
      size++;
    }
  }

  int size() {
    return size;
  }

  /** How many pairs of serving zone and client there are. */
  int rows() {
    int rows = size == 0 ? 0 : 1;
    for (int place = 1; place < size; place++) {
      rows += row(place - 1) == row(place) ? 0 : 1;
    }
    return rows;
  }

  /** Serving zone x zones + client of the entry at a place; they rise. */
  int row(int place) {
    return (int) (keys[place] >>> Integer.SIZE);
  }

  double weight(int place) {
    return weights[(int) keys[place]];
  }

  double millis(int place) {
    return millis[(int) keys[place]];
  }
}
