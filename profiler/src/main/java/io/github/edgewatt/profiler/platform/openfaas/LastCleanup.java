package io.github.edgewatt.profiler.platform.openfaas;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
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
  private final Duration limit;
  private final Set<String> started = new LinkedHashSet<>();
  private final Set<String> givenUp = new LinkedHashSet<>();
  private final Thread hook = new Thread(this::removeAll, "openfaas-platform-shutdown");
  private boolean closed;

  LastCleanup(GatewayClient client, Duration limit) {
    this.client = client;
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

  synchronized void gone(Collection<String> names) {
    started.removeAll(names);
  }

  /** Removes what a failed start left of these, without a word: the start's failure is told. */
  void giveUp(Collection<String> names) {
    List<String> mine = names.stream().filter(started()::contains).toList();
    delete(mine);
    synchronized (this) {
      started.removeAll(mine);
      givenUp.addAll(mine);
    }
  }

  void close() {
    removeAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is shutting down: the hook runs, and finds nothing to do.
    }
  }

  private void removeAll() {
    Set<String> rest;
    synchronized (this) {
      closed = true;
      rest = Set.copyOf(started);
      started.clear();
    }
    if (!rest.isEmpty()) {
      client.patience(PATIENCE);
      delete(rest);
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
    thread.interrupt();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void deleteEach(Collection<String> names) {
    for (String name : names) {
      try {
        client.delete(name);
      } catch (GatewayException e) {
        // The next run finds it by its label.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
