package io.github.edgewatt.benchmarks.osmotic;

import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import java.util.Arrays;

/** A pod over its life, and what it did in the step at hand. */
final class Replica {
  final String name;
  final int function;
  final int zone;
  final String ip;
  final double createdSeconds;

  /** Its node's number among the workers; -1 while no node has room for it. */
  int node = -1;

  /** The node it should best run on; -1 where any does. */
  int preferred = -1;

  Phase phase = Phase.PENDING;

  /** When it comes up, or, while it ends, when it is gone. */
  double changesSeconds;

  boolean gone;

  /** Requests a second that come to it in this step. */
  double arrivals;

  /** The cores that it wants for them. */
  double demandCores;

  /** The cores that it used. */
  double usedCores;

  /** What became of the requests. */
  PodQueue queue = new PodQueue(0, Double.NaN);

  /** The time that a request alone in it takes. */
  double aloneSeconds;

  private final double[] lastCores;
  private int steps;

  Replica(
      String name, int function, int zone, String ip, double createdSeconds, int lookbackSteps) {
    this.name = name;
    this.function = function;
    this.zone = zone;
    this.ip = ip;
    this.createdSeconds = createdSeconds;
    lastCores = new double[lookbackSteps];
  }

  /** Whether it has a process: it runs, or runs on while it ends. */
  boolean serves() {
    return !gone && phase != Phase.PENDING;
  }

  /** Ends a step: its use becomes part of the look-back. */
  void remember() {
    lastCores[steps++ % lastCores.length] = usedCores;
  }

  /** Mean cores over the look-back; NaN before its first step. */
  double meanCores() {
    int known = Math.min(steps, lastCores.length);
    return known == 0 ? Double.NaN : Arrays.stream(lastCores, 0, known).sum() / known;
  }
}
