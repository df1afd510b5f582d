package io.github.edgewatt.profiler.platform.openfaas;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What this run deployed and has not removed yet. Removes it at the end, also when the JVM is told
 * to go, in bounded time; what a dead gateway keeps then, the next run removes by its label.
 */
final class LastCleanup {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final GatewayClient client;
  private final String run;
  private final Duration limit;
  private final CountDownLatch removed = new CountDownLatch(1);
  private final Set<String> started = new LinkedHashSet<>();
  private final Set<String> givenUp = new LinkedHashSet<>();
  private final Thread hook = new Thread(this::removeAll, "openfaas-platform-shutdown");
  private boolean closed;

  /**
   * @param run label of what it may remove
   */
  LastCleanup(GatewayClient client, String run, Duration limit) {
    this.client = client;
    this.run = run;
    this.limit = limit;
  }

  void atShutdown() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Notes a function before it is deployed. */
  synchronized void starting(String name) throws GatewayException {
    if (closed) {
      throw new GatewayException(
          GatewayException.Kind.REFUSED, 0, "the platform is closed: nothing is deployed any more");
    }
    started.add(name);
    givenUp.remove(name);
  }

  /** Which of these {@link #giveUp} was asked to delete: they may still be going. */
  synchronized Set<String> givenUp(Collection<String> names) {
    Set<String> going = new LinkedHashSet<>(names);
    going.retainAll(givenUp);
    return going;
  }

  synchronized Set<String> started() {
    return Set.copyOf(started);
  }

  /** Forgets a function that turned out to be somebody else's. */
  synchronized void notOurs(String name) {
    started.remove(name);
  }

  synchronized void gone(Collection<String> names) {
    started.removeAll(names);
  }

  /**
   * Removes what a failed start left of these, without a word: the start's failure is told. Also
   * what a last removal looked for before the gateway had it.
   *
   * @param names what {@link #starting} was told of
   */
  void giveUp(Collection<String> names) {
    if (names.isEmpty()) {
      return;
    }
    delete(names);
    synchronized (this) {
      started.removeAll(names);
      givenUp.addAll(names);
    }
  }

  /**
   * Returns when all is removed, or the time for it is over; also when the JVM's end removes it.
   */
  void close() {
    removeAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is shutting down: the hook runs, and finds nothing to do.
    }
  }

  /** Whoever comes second waits for the first: it is going to close the client under it. */
  void removeAll() {
    Set<String> rest;
    boolean first;
    synchronized (this) {
      first = !closed;
      closed = true;
      rest = Set.copyOf(started);
    }
    if (!first) {
      awaitWithinLimit(removed);
      return;
    }
    try {
      if (!rest.isEmpty()) {
        client.patience(PATIENCE);
        delete(rest);
      }
    } finally {
      gone(rest);
      removed.countDown();
    }
  }

  /** On a thread of its own: the caller's may be interrupted, and must not wait longer. */
  private void delete(Collection<String> names) {
    CountDownLatch done = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              deleteEach(names);
              done.countDown();
            },
            "openfaas-platform-cleanup");
    thread.setDaemon(true);
    thread.start();
    awaitWithinLimit(done);
    thread.interrupt();
  }

  private void awaitWithinLimit(CountDownLatch done) {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    boolean waiting = true;
    while (waiting) {
      try {
        done.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        waiting = false;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void deleteEach(Collection<String> names) {
    for (String name : names) {
      try {
        client.deleteOurs(name, run);
      } catch (GatewayException e) {
        // The next run finds it by its label.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
