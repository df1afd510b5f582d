package io.github.edgewatt.scaling.policy;

import io.github.edgewatt.scaling.pressure.Demand;
import io.github.edgewatt.scaling.pressure.Pressures;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Who calls for replicas: for each function and zone of clients the row with the highest pressure
 * above the threshold, of equal ones the first.
 */
final class Calls {
  private static final int[] NONE = {};

  private final int[][] rows;
  private final double[] strongest;

  private Calls(int functions) {
    rows = new int[functions][];
    strongest = new double[functions];
  }

  static Calls of(Pressures pressures, double threshold) {
    Calls calls = new Calls(pressures.index().functions().size());
    IntStream.range(0, calls.rows.length)
        .parallel()
        .forEach(function -> calls.find(pressures, threshold, function));
    return calls;
  }

  private void find(Pressures pressures, double threshold, int function) {
    Demand demand = pressures.demand();
    int zones = pressures.index().zones().size();
    int[] best = new int[zones];
    int[] origins = new int[zones];
    Arrays.fill(best, -1);
    int count = 0;
    for (int zone = 0; zone < zones; zone++) {
      for (int row = demand.first(function, zone); row < demand.end(function, zone); row++) {
        double value = pressures.value(row);
        int client = demand.client(row);
        if (value > threshold && (best[client] < 0 || value > pressures.value(best[client]))) {
          count += best[client] < 0 ? 1 : 0;
          best[client] = row;
          origins[client] = zone;
        }
      }
    }
    rows[function] = count == 0 ? NONE : inOrder(pressures, best, origins, count);
    strongest[function] = count == 0 ? -1 : pressures.value(rows[function][0]);
  }

  private static int[] inOrder(Pressures pressures, int[] best, int[] origins, int count) {
    Integer[] clients =
        IntStream.range(0, best.length)
            .filter(client -> best[client] >= 0)
            .boxed()
            .sorted(Comparator.comparingDouble(client -> -pressures.value(best[client])))
            .toArray(Integer[]::new);
    int[] packed = new int[2 * count];
    for (int i = 0; i < count; i++) {
      packed[2 * i] = best[clients[i]];
      packed[2 * i + 1] = origins[clients[i]];
    }
    return packed;
  }

  /** All functions, those with the strongest call first. */
  int[] strongestFirst() {
    return IntStream.range(0, rows.length)
        .boxed()
        .sorted(Comparator.comparingDouble(function -> -strongest[function]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** A function's calls, strongest first: row, zone under pressure, row, zone, ... */
  int[] rows(int function) {
    return rows[function];
  }
}
