package io.github.edgewatt.scaling.pressure;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.Trace;
import io.github.edgewatt.cluster.snapshot.Traffic;
import io.github.edgewatt.scaling.tuning.TimeMeasure;
import java.util.List;

/** Traces and counters as columns, one entry each, and their order by cell and client. */
final class Entries {
  private final int[] cells;
  private final int[] clients;
  private final double[] weights;
  private final double[] millis;
  private int size;

  private Entries(int most) {
    cells = new int[most];
    clients = new int[most];
    weights = new double[most];
    millis = new double[most];
  }

  static Entries of(SnapshotIndex index, TimeMeasure measure) {
    List<Trace> traces = index.snapshot().traces();
    List<Traffic> traffic = index.snapshot().traffic();
    Entries entries = new Entries(traces.size() + traffic.size());
    boolean[] traced = new boolean[index.functions().size()];
    for (Trace trace : traces) {
      int function = index.function(trace.function());
      if (function >= 0) {
        traced[function] |=
            entries.add(
                index, function, trace.zone(), trace.originZone(), 1, measure.millis(trace));
      }
    }
    double seconds = index.snapshot().lookback().toNanos() / 1e9;
    for (Traffic one : traffic) {
      int function = index.function(one.function());
      double count = one.requestsPerSecond() * seconds;
      if (function >= 0 && !traced[function] && count >= 0 && count < Double.POSITIVE_INFINITY) {
        // Counters know no network time: the response's stands for both measures.
        double time = one.responseSeconds() * 1000;
        boolean known = time >= 0 && time < Double.POSITIVE_INFINITY && count > 0;
        entries.add(
            index, function, one.zone(), one.originZone(), count, known ? time : Double.NaN);
      }
    }
    return entries;
  }

  private boolean add(
      SnapshotIndex index, int function, String zone, String origin, double weight, double time) {
    int served = index.zone(zone);
    if (served < 0) {
      return false;
    }
    int asking = index.zone(origin);
    cells[size] = function * index.zones().size() + served;
    clients[size] = asking < 0 ? served : asking;
    weights[size] = weight;
    millis[size] = time;
    size++;
    return true;
  }

  /** The entries by cell, those of a cell by client: two stable counting sorts. */
  int[] inOrder(int zones, int cellCount) {
    int[] unsorted = new int[size];
    for (int i = 0; i < size; i++) {
      unsorted[i] = i;
    }
    return sorted(sorted(unsorted, clients, zones), cells, cellCount);
  }

  private static int[] sorted(int[] order, int[] keys, int keyCount) {
    int[] next = new int[keyCount + 1];
    for (int one : order) {
      next[keys[one] + 1]++;
    }
    for (int key = 1; key <= keyCount; key++) {
      next[key] += next[key - 1];
    }
    int[] sorted = new int[order.length];
    for (int one : order) {
      sorted[next[keys[one]]++] = one;
    }
    return sorted;
  }

  /** How many pairs of cell and client there are. */
  int rows(int[] order) {
    int rows = order.length == 0 ? 0 : 1;
    for (int i = 1; i < order.length; i++) {
      rows += same(order[i - 1], order[i]) ? 0 : 1;
    }
    return rows;
  }

  boolean same(int one, int other) {
    return cells[one] == cells[other] && clients[one] == clients[other];
  }

  int cell(int entry) {
    return cells[entry];
  }

  int client(int entry) {
    return clients[entry];
  }

  double weight(int entry) {
    return weights[entry];
  }

  double millis(int entry) {
    return millis[entry];
  }
}
