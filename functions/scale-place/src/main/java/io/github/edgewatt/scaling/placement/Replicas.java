package io.github.edgewatt.scaling.placement;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many replicas functions have, by zone and in all.
 *
 * <p>A replica that runs without an address is pending: it can not be asked. Pods that are ending
 * count nowhere, nor do pods on nodes that are gone. Pending pods count towards what a function
 * has; those older than {@link #PATIENCE} no longer hold decisions of their zone up.
 */
public final class Replicas {
  /** How long a pending pod is waited for. */
  public static final Duration PATIENCE = Duration.ofMinutes(2);

  private final SnapshotIndex index;
  private final int zones;
  private final int[] running;
  private final int[] pending;
  private final int[] fresh;
  private final int[] unplaced;
  private final double[] cpuCores;
  private final List<FunctionPod> unbound = new ArrayList<>();

  private Replicas(SnapshotIndex index) {
    this.index = index;
    zones = index.zones().size();
    int functions = index.functions().size();
    running = new int[functions * zones];
    pending = new int[functions * zones];
    fresh = new int[functions * zones];
    unplaced = new int[functions];
    cpuCores = new double[functions * zones];
  }

  /** Of a snapshot. */
  public static Replicas of(SnapshotIndex index) {
    Replicas replicas = new Replicas(index);
    Instant patient = index.snapshot().at().minus(PATIENCE);
    IntStream.range(0, index.functions().size())
        .parallel()
        .forEach(function -> replicas.count(function, patient));
    if (index.podCount() < index.snapshot().pods().size()) {
      replicas.countUnbound(patient);
    }
    return replicas;
  }

  private void count(int function, Instant patient) {
    for (int zone = 0; zone < zones; zone++) {
      int cell = function * zones + zone;
      double sum = 0;
      int known = 0;
      for (int i = index.first(function, zone); i < index.end(function, zone); i++) {
        // What can be reached serves; records are looked at only of the few others.
        if (index.reachable(i) || serves(index.pod(i))) {
          running[cell]++;
          if (index.cores(i) >= 0) {
            sum += index.cores(i);
            known++;
          }
        } else if (index.pod(i).phase() != Phase.ENDING) {
          wait(cell, index.pod(i), patient);
        }
      }
      cpuCores[cell] = running[cell] == 0 ? 0 : sum / known;
    }
  }

  private void countUnbound(Instant patient) {
    for (FunctionPod pod : index.snapshot().pods()) {
      if (pod.node().isEmpty() && pod.phase() != Phase.ENDING) {
        int function = index.function(pod.function());
        int zone = index.zone(pod.zone());
        if (zone < 0) {
          unplaced[function]++;
        } else {
          wait(function * zones + zone, pod, patient);
          unbound.add(pod);
        }
      }
    }
  }

  private void wait(int cell, FunctionPod pod, Instant patient) {
    pending[cell]++;
    if (pod.createdAt() == null || pod.createdAt().isAfter(patient)) {
      fresh[cell]++;
    }
  }

  /** Whether a pod runs and has an address. */
  public static boolean serves(FunctionPod pod) {
    return pod.phase() == Phase.RUNNING && !pod.address().isEmpty();
  }

  /** A function's replicas that serve in a zone. */
  public int running(int function, int zone) {
    return running[function * zones + zone];
  }

  /** A function's pending replicas in a zone. */
  public int pending(int function, int zone) {
    return pending[function * zones + zone];
  }

  /** Those of them that are still waited for. */
  public int awaited(int function, int zone) {
    return fresh[function * zones + zone];
  }

  /** A function's replicas that serve. */
  public int running(int function) {
    return sum(running, function);
  }

  /** A function's replicas that serve or are pending, those without a zone too. */
  public int all(int function) {
    return sum(running, function) + sum(pending, function) + unplaced[function];
  }

  private int sum(int[] counts, int function) {
    int sum = 0;
    for (int cell = function * zones; cell < (function + 1) * zones; cell++) {
      sum += counts[cell];
    }
    return sum;
  }

  /**
   * Mean CPU use of a function's replicas that serve in a zone, at f x zones + zone, in cores: 0
   * where none serve, NaN where none's is known. Not to be written to.
   */
  public double[] cpuCores() {
    return cpuCores;
  }

  /** Pending pods of known zones that have no node yet: they will take room there. */
  public List<FunctionPod> unbound() {
    return unbound;
  }

  /** A pod to make others like: one that serves in the zone, or anywhere, or any pod; or null. */
  public FunctionPod model(int function, int zone) {
    FunctionPod found = model(function, zone, null);
    for (int other = 0; other < zones && (found == null || !serves(found)); other++) {
      found = model(function, other, found);
    }
    return found;
  }

  private FunctionPod model(int function, int zone, FunctionPod otherwise) {
    FunctionPod found = otherwise;
    for (int i = index.first(function, zone); i < index.end(function, zone); i++) {
      FunctionPod pod = index.pod(i);
      if (serves(pod)) {
        return pod;
      }
      found = found == null ? pod : found;
    }
    return found;
  }
}
