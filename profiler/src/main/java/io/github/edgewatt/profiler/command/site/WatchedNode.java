package io.github.edgewatt.profiler.command.site;

import io.github.edgewatt.dataset.run.Machine;
import io.github.edgewatt.dataset.run.Meter;
import io.github.edgewatt.profiler.doctor.Finding;
import io.github.edgewatt.profiler.measure.NodeMeter;
import io.github.edgewatt.profiler.measure.ReplicaSource;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A node that can be watched.
 *
 * @param meter starts watching; where replicas are not known to the meter they come from the source
 * @param power where power comes from
 * @param machine what is measured
 * @param findings whether it is fit to be
 * @param processes the processes of a function, where the meter needs them
 * @param release gives up what was opened to find it; the meter's own parts it closes itself
 */
record WatchedNode(
    Start meter,
    Meter power,
    Machine machine,
    List<Finding> findings,
    Optional<Function<String, List<Long>>> processes,
    Runnable release) {

  /** Starts watching. */
  @FunctionalInterface
  interface Start {
    NodeMeter with(ReplicaSource replicas) throws PlatformException, InterruptedException;
  }

  WatchedNode {
    findings = List.copyOf(findings);
  }
}
