package io.github.edgewatt.scaling.placement;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What worker nodes have left in a round: allocatable less requested, less what the round itself
 * gives away. A pod fits where cores, bytes and pods all suffice; a node whose numbers are not
 * known has no room. Of a round's own; not safe for several threads.
 */
public final class Room {
  private final int[][] workers;
  private final double[] cores;
  private final double[] bytes;
  private final int[] pods;

  /** By zone, and after the last of them for all zones: what was found not to fit. */
  private final Resources[] tooMuch;

  private Room(int zones, int nodes) {
    workers = new int[zones][];
    cores = new double[nodes];
    bytes = new double[nodes];
    pods = new int[nodes];
    tooMuch = new Resources[zones + 1];
  }

  /** Of a snapshot; pods that wait for a node take theirs first. */
  public static Room of(SnapshotIndex index, List<FunctionPod> unbound) {
    List<ZoneNode> nodes = index.snapshot().nodes();
    Room room = new Room(index.zones().size(), nodes.size());
    List<List<Integer>> byZone = new ArrayList<>();
    index.zones().forEach(zone -> byZone.add(new ArrayList<>()));
    for (int n = 0; n < nodes.size(); n++) {
      ZoneNode node = nodes.get(n);
      int zone = index.zone(node.zone());
      if (node.worker() && zone >= 0) {
        byZone.get(zone).add(n);
        room.cores[n] = node.allocatable().cores() - node.requested().cores();
        room.bytes[n] = node.allocatable().bytes() - node.requested().bytes();
        room.pods[n] = node.allocatable().pods() - node.requested().pods();
      }
    }
    for (int zone = 0; zone < byZone.size(); zone++) {
      room.workers[zone] = byZone.get(zone).stream().mapToInt(Integer::intValue).toArray();
    }
    for (FunctionPod pod : unbound) {
      int node = room.in(index.zone(pod.zone()), pod.requests());
      if (node >= 0) {
        room.take(node, pod.requests());
      }
    }
    return room;
  }

  /** The worker of a zone with room for a pod that has most cores left; -1 where none has room. */
  public int in(int zone, Resources asked) {
    // Room only shrinks: what did not fit once will not, nor will more.
    if (exceeds(asked, tooMuch[zone])) {
      return -1;
    }
    int best = -1;
    for (int node : workers[zone]) {
      if (fits(node, asked) && (best < 0 || cores[node] > cores[best])) {
        best = node;
      }
    }
    if (best < 0) {
      tooMuch[zone] = asked;
    }
    return best;
  }

  /** Whether any worker of any zone has room for a pod. */
  public boolean anywhere(Resources asked) {
    int all = workers.length;
    if (exceeds(asked, tooMuch[all])) {
      return false;
    }
    for (int zone = 0; zone < all; zone++) {
      if (in(zone, asked) >= 0) {
        return true;
      }
    }
    tooMuch[all] = asked;
    return false;
  }

  private static boolean exceeds(Resources asked, Resources known) {
    return known != null && asked.cores() >= known.cores() && asked.bytes() >= known.bytes();
  }

  /** Whether a worker has room for a pod. */
  public boolean fits(int node, Resources asked) {
    return asked.cores() <= cores[node] && asked.bytes() <= bytes[node] && pods[node] >= 1;
  }

  /** A zone's workers; not to be written to. */
  public int[] workers(int zone) {
    return workers[zone];
  }

  /** Cores that a worker has left. */
  public double cores(int node) {
    return cores[node];
  }

  /** Gives a pod's room away. */
  public void take(int node, Resources asked) {
    cores[node] -= asked.cores();
    bytes[node] -= asked.bytes();
    pods[node] -= 1;
  }
}
