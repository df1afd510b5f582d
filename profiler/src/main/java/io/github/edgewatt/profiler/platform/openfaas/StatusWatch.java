package io.github.edgewatt.profiler.platform.openfaas;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks at the replicas of deployed functions now and then, on a thread of its own. */
public final class StatusWatch implements AutoCloseable {
  private final GatewayClient client;
  private final GatewayClock clock;
  private final Starts starts;
  private final Duration interval;
  private final Map<String, Integer> lowest = new ConcurrentHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile List<String> functions = List.of();

  /** Is told of each look. Called on the watch's thread or on that of {@link #lookNow}. */
  @FunctionalInterface
  public interface Listener {

    /**
     * A function was looked at.
     *
     * @param nanos when, on {@link System#nanoTime}'s scale
     * @param available replicas that could be called
     */
    void looked(String function, long nanos, int available);
  }

  StatusWatch(GatewayClient client, GatewayClock clock, Starts starts, Duration interval) {
    this.client = client;
    this.clock = clock;
    this.starts = starts;
    this.interval = interval;
  }

  void start() {
    Thread thread = new Thread(this::loop, "gateway-status");
    thread.setDaemon(true);
    thread.start();
  }

  /** Tells this one of every look from now on. */
  public void listen(Listener listener) {
    listeners.add(listener);
  }

  public Duration interval() {
    return interval;
  }

  /** Watches these from now on, and forgets what it saw. */
  void watch(List<String> names) {
    functions = List.of();
    lowest.clear();
    functions = List.copyOf(names);
  }

  /** The fewest available replicas seen since {@link #watch}, or empty where none were seen. */
  Optional<Integer> lowest(String function) {
    return Optional.ofNullable(lowest.get(function));
  }

  /**
   * Looks at one function on the caller's thread; a gateway that does not answer is passed over.
   */
  public void lookNow(String function) throws InterruptedException {
    try {
      long before = clock.nanoTime();
      Optional<FunctionStatus> status = client.look(function);
      long nanos = before + (clock.nanoTime() - before) / 2;
      if (status.isPresent()) {
        int available = status.get().availableReplicas();
        if (functions.contains(function)) {
          lowest.merge(function, available, Math::min);
          starts.saw(status.get());
        }
        listeners.forEach(listener -> listener.looked(function, nanos, available));
      }
    } catch (GatewayException e) {
      // Unknown at this moment; a gap between looks tells it.
    }
  }

  private void loop() {
    try {
      while (!closed.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
        for (String function : functions) {
          lookNow(function);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
