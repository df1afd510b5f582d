package io.github.edgewatt.collector.kubernetes;

import io.github.edgewatt.collector.kubernetes.ApiException.Kind;
import io.github.edgewatt.collector.state.Annotations;
import io.github.edgewatt.collector.state.Earlier;
import io.github.edgewatt.collector.state.StateReader;
import io.github.edgewatt.collector.window.NodeWindows;
import io.github.edgewatt.collector.window.Nodes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Brings nodes' annotations up to date, one pass at a time; each pass and the flush belong to one
 * thread. First what an earlier collector left is read and added; only then is a node written.
 */
final class Synchronizer {
  private static final Logger LOG = Logger.getLogger(Synchronizer.class);

  private final Nodes nodes;
  private final NodeAnnotations api;
  private final SyncSettings settings;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Backoff backoff;
  private final Map<String, NodeSync> syncs = new ConcurrentHashMap<>();
  private final LongAdder writes = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private int unreachable;
  private long pausedUntilNanos;

  Synchronizer(
      Nodes nodes,
      NodeAnnotations api,
      SyncSettings settings,
      InstantSource clock,
      LongSupplier nanos,
      Backoff backoff) {
    this.nodes = nodes;
    this.api = api;
    this.settings = settings;
    this.clock = clock;
    this.nanos = nanos;
    this.backoff = backoff;
    this.pausedUntilNanos = nanos.getAsLong();
  }

  /**
   * Brings every node up to date that is due.
   *
   * @param end asked before each node; once it says so, the rest is left to the flush
   */
  void pass(BooleanSupplier end) throws InterruptedException {
    meetNodes();
    for (NodeSync sync : syncs.values()) {
      if (end.getAsBoolean() || nanos.getAsLong() - pausedUntilNanos < 0) {
        return;
      }
      if (sync.due(nanos.getAsLong())) {
        step(sync, settings.deadline());
      }
    }
  }

  /**
   * Writes what has changed, trying again until it is done or the time is over.
   *
   * @return how many nodes could not be written
   */
  int flush() throws InterruptedException {
    meetNodes();
    syncs.values().forEach(sync -> sync.dueNanos = nanos.getAsLong());
    long untilNanos = nanos.getAsLong() + settings.flush().toNanos();
    int left = syncs.size();
    while (left > 0 && untilNanos - nanos.getAsLong() > 0) {
      left = 0;
      for (NodeSync sync : syncs.values()) {
        long leftNanos = untilNanos - nanos.getAsLong();
        if (leftNanos > 0 && sync.due(nanos.getAsLong())) {
          Duration rest = Duration.ofNanos(leftNanos);
          step(sync, rest.compareTo(settings.deadline()) < 0 ? rest : settings.deadline());
        }
        left += sync.failures > 0 || !sync.restored ? 1 : 0;
      }
      if (left > 0) {
        Thread.sleep(50);
      }
    }
    return left;
  }

  /** How it stands with a node. */
  SyncStatus status(String node) {
    NodeSync sync = syncs.get(node);
    return sync == null ? SyncStatus.NEVER : sync.status();
  }

  long writes() {
    return writes.sum();
  }

  long failures() {
    return failures.sum();
  }

  private void meetNodes() {
    Map<String, NodeWindows> present = nodes.all();
    present.forEach(
        (name, windows) -> {
          NodeSync known = syncs.get(name);
          if (known == null || known.windows != windows) {
            syncs.put(name, new NodeSync(name, windows, nanos.getAsLong()));
          }
        });
    // Given up: nothing counts any more, which is yet to be written.
    syncs.values().removeIf(sync -> !present.containsKey(sync.name) && settled(sync));
  }

  private static boolean settled(NodeSync sync) {
    return !sync.restored || Annotations.of(sync.last.idle()).equals(sync.written);
  }

  private void step(NodeSync sync, Duration deadline) throws InterruptedException {
    try {
      if (!sync.restored) {
        restore(sync, api.read(sync.name, deadline));
      }
      update(sync, deadline);
      unreachable = 0;
      if (sync.succeeded()) {
        LOG.infof("%s: written again", sync.name);
      }
      sync.dueNanos = nanos.getAsLong() + backoff.regularNanos();
    } catch (ApiException e) {
      failed(sync, e);
    } catch (RuntimeException e) {
      // A defect that one node brings to light must not keep the others waiting.
      failed(sync, new ApiException(Kind.REFUSED, String.valueOf(e), e));
    }
  }

  private void restore(NodeSync sync, Map<String, String> annotations) {
    Earlier earlier = StateReader.read(annotations);
    if (earlier instanceof Earlier.State state) {
      sync.windows.restore(state.snapshot(), clock.millis());
      LOG.infof("%s: goes on from the earlier state", sync.name);
    } else if (earlier instanceof Earlier.Unusable unusable) {
      LOG.warnf("%s: starts empty: %s", sync.name, unusable.reason());
    }
    sync.restored = true;
  }

  private void update(NodeSync sync, Duration deadline) throws ApiException, InterruptedException {
    sync.last = sync.windows.snapshot(clock.millis());
    Annotations annotations = Annotations.of(sync.last);
    boolean beats = nanos.getAsLong() - sync.writtenNanos >= settings.heartbeat().toNanos();
    if (beats || !annotations.equals(sync.written)) {
      Instant now = clock.instant();
      api.write(sync.name, annotations.at(now), deadline);
      writes.increment();
      sync.wrote(annotations, now, nanos.getAsLong());
    }
  }

  private void failed(NodeSync sync, ApiException e) {
    failures.increment();
    if (sync.failed(e.getMessage())) {
      Throwable defect = e.getCause() instanceof RuntimeException ? e.getCause() : null;
      LOG.warnf(defect, "%s: cannot be written, tried again: %s", sync.name, e.getMessage());
    }
    long now = nanos.getAsLong();
    sync.dueNanos = now + backoff.afterNanos(sync.failures);
    if (e.kind() == Kind.UNREACHABLE) {
      unreachable++;
      pausedUntilNanos = now + backoff.afterNanos(unreachable);
    } else if (e.kind() == Kind.ABSENT) {
      nodes.drop(sync.name, clock.millis());
      if (!nodes.has(sync.name)) {
        // Deleted while busy, it could never be written as idle.
        syncs.remove(sync.name, sync);
      }
    }
  }
}
