package io.github.edgewatt.scaling.pressure;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.Trace;
import io.github.edgewatt.cluster.snapshot.Traffic;
import io.github.edgewatt.scaling.tuning.Formula;
import java.util.Arrays;
import java.util.stream.IntStream;

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
    Grouped traces = Grouped.of(index, index.snapshot().traces(), Trace::function);
    Grouped traffic = Grouped.of(index, index.snapshot().traffic(), Traffic::function);
    int zones = index.zones().size();
    FunctionDemand[] all = new FunctionDemand[index.functions().size()];
    IntStream.range(0, all.length)
        .parallel()
        .forEach(
            function ->
                all[function] =
                    FunctionDemand.of(
                        Entries.of(index, formula.measure(), function, traces, traffic),
                        zones,
                        formula.percentile()));
    int[] firsts = new int[all.length + 1];
    for (int function = 0; function < all.length; function++) {
      firsts[function + 1] = Math.addExact(firsts[function], all[function].rows());
    }
    int rows = firsts[all.length];
    Demand demand =
        new Demand(
            zones,
            new int[all.length * zones + 1],
            new int[rows],
            new double[rows],
            new double[rows]);
    IntStream.range(0, all.length)
        .parallel()
        .forEach(function -> demand.take(all[function], function, firsts[function]));
    return formula.compatible() ? demand.withEveryClient() : demand;
  }

  private void take(FunctionDemand one, int function, int first) {
    one.copy(first, clients, requests, millis);
    for (int zone = 0; zone < zones; zone++) {
      starts[function * zones + zone + 1] = first + one.end(zone);
    }
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
