package io.github.edgewatt.scaling.pressure;

import io.github.edgewatt.cluster.formula.Percentile;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.tuning.Formula;
import java.util.Arrays;

/**
 * Who asks what where: a row for each function f, zone A that serves it and zone X that asks, rows
 * of one f and A (a cell) together and by X.
 *
 * <p>Requests are those of traces. A function without any trace is counted by its traffic counters
 * instead: rate times look-back, and the mean response time in place of a percentile. What comes
 * from an unknown zone is taken for the serving zone's own; what is served in an unknown zone, or
 * of a function without pods, is left out.
 */
public final class Demand {
  private final int zones;
  private final int[] starts;
  private final int[] clients;
  private final double[] requests;
  private final double[] millis;
  private final boolean any;

  private Demand(int zones, int[] starts, int[] clients, double[] requests, double[] millis) {
    this.zones = zones;
    this.starts = starts;
    this.clients = clients;
    this.requests = requests;
    this.millis = millis;
    any = clients.length > 0;
  }

  /** Of a snapshot. */
  public static Demand of(SnapshotIndex index, Formula formula) {
    Entries entries = Entries.of(index, formula.measure());
    int zones = index.zones().size();
    int cells = index.functions().size() * zones;
    int[] order = entries.inOrder(zones, cells);
    int rows = entries.rows(order);
    int[] starts = new int[cells + 1];
    int[] clients = new int[rows];
    double[] requests = new double[rows];
    double[] millis = new double[rows];
    double[] times = new double[order.length];
    int row = 0;
    int from = 0;
    while (from < order.length) {
      int first = order[from];
      int to = from;
      int known = from;
      double count = 0;
      while (to < order.length && entries.same(first, order[to])) {
        count += entries.weight(order[to]);
        double time = entries.millis(order[to]);
        if (!Double.isNaN(time)) {
          times[known++] = time;
        }
        to++;
      }
      if (known - from > 1) {
        Arrays.sort(times, from, known);
      }
      clients[row] = entries.client(first);
      requests[row] = count;
      millis[row] = Percentile.ofSorted(times, from, known, formula.percentile());
      starts[entries.cell(first) + 1]++;
      row++;
      from = to;
    }
    for (int cell = 1; cell < starts.length; cell++) {
      starts[cell] += starts[cell - 1];
    }
    Demand demand = new Demand(zones, starts, clients, requests, millis);
    return formula.compatible() ? demand.withEveryClient() : demand;
  }

  /** With a row for every zone that asks anything anywhere, in each cell that has one at all. */
  private Demand withEveryClient() {
    int[] asking = Arrays.stream(clients).distinct().sorted().toArray();
    int full = 0;
    for (int cell = 0; cell < starts.length - 1; cell++) {
      full += starts[cell + 1] > starts[cell] ? 1 : 0;
    }
    int[] newStarts = new int[starts.length];
    int[] newClients = new int[Math.multiplyExact(full, asking.length)];
    double[] newRequests = new double[newClients.length];
    double[] newMillis = new double[newClients.length];
    Arrays.fill(newMillis, Double.NaN);
    int next = 0;
    for (int cell = 0; cell < starts.length - 1; cell++) {
      int row = starts[cell];
      int[] rows = row < starts[cell + 1] ? asking : new int[0];
      for (int client : rows) {
        newClients[next] = client;
        if (row < starts[cell + 1] && clients[row] == client) {
          newRequests[next] = requests[row];
          newMillis[next] = millis[row];
          row++;
        }
        next++;
      }
      newStarts[cell + 1] = next;
    }
    return new Demand(zones, newStarts, newClients, newRequests, newMillis);
  }

  /** Whether anything was seen of any function; a rate of 0 too is something. */
  public boolean any() {
    return any;
  }

  /** How many rows there are. */
  public int rows() {
    return clients.length;
  }

  /** The first row of a function in a zone; the rows are {@code first} to {@code end - 1}. */
  public int first(int function, int zone) {
    return starts[function * zones + zone];
  }

  /** One after the last row of a function in a zone. */
  public int end(int function, int zone) {
    return starts[function * zones + zone + 1];
  }

  /** The zone that asks. */
  public int client(int row) {
    return clients[row];
  }

  /** Its requests within the look-back. */
  public double requests(int row) {
    return requests[row];
  }

  /** The percentile of its times in milliseconds; NaN where none is known. */
  public double millis(int row) {
    return millis[row];
  }

  /** The row of a function, the zone that serves and the zone that asks; -1 where there is none. */
  public int row(int function, int zone, int client) {
    int row = Arrays.binarySearch(clients, first(function, zone), end(function, zone), client);
    return row < 0 ? -1 : row;
  }
}
