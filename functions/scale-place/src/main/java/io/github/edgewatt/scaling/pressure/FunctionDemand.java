package io.github.edgewatt.scaling.pressure;

import io.github.edgewatt.cluster.formula.Percentile;
import java.util.Arrays;

/** The rows of one function, by serving zone and client. */
final class FunctionDemand {
  private final int[] ends;
  private final int[] clients;
  private final double[] requests;
  private final double[] millis;

  private FunctionDemand(int zones, int rows) {
    ends = new int[zones];
    clients = new int[rows];
    requests = new double[rows];
    millis = new double[rows];
  }

  /** Sums requests up, and takes the percentile of times. */
  static FunctionDemand of(Entries entries, int zones, double percentile) {
    FunctionDemand demand = new FunctionDemand(zones, entries.rows());
    double[] times = new double[entries.size()];
    int row = 0;
    int from = 0;
    while (from < entries.size()) {
      int key = entries.row(from);
      int to = from;
      int known = 0;
      double count = 0;
      while (to < entries.size() && entries.row(to) == key) {
        count += entries.weight(to);
        double time = entries.millis(to);
        if (!Double.isNaN(time)) {
          times[known++] = time;
        }
        to++;
      }
      if (known > 1) {
        Arrays.sort(times, 0, known);
      }
      demand.clients[row] = key % zones;
      demand.requests[row] = count;
      demand.millis[row] = Percentile.ofSorted(times, 0, known, percentile);
      demand.ends[key / zones]++;
      row++;
      from = to;
    }
    for (int zone = 1; zone < zones; zone++) {
      demand.ends[zone] += demand.ends[zone - 1];
    }
    return demand;
  }

  int rows() {
    return clients.length;
  }

  /** One after the last row of a serving zone; the first zone's begin at 0. */
  int end(int zone) {
    return ends[zone];
  }

  /** Writes all rows, from {@code first} on. */
  void copy(int first, int[] toClients, double[] toRequests, double[] toMillis) {
    System.arraycopy(clients, 0, toClients, first, clients.length);
    System.arraycopy(requests, 0, toRequests, first, clients.length);
    System.arraycopy(millis, 0, toMillis, first, clients.length);
  }
}
