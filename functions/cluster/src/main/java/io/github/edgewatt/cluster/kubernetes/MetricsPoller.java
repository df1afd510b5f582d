package io.github.edgewatt.cluster.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.github.edgewatt.cluster.ClusterState;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the metrics API at intervals what nodes and pods use. What it does not answer, or not in
 * time, stays as it was, with the instant at which that was measured.
 */
public final class MetricsPoller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsPoller.class);
  private static final long LOOK_MILLIS = 50;
  private static final long AGAIN_MILLIS = 1_000;

  private final MetricsSource source;
  private final ClusterState state;
  private final Duration deadline;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "metrics"));
  private final ExecutorService calls =
      Executors.newSingleThreadExecutor(task -> daemon(task, "metrics-call"));
  private volatile Optional<String> failure = Optional.of("not asked yet");

  MetricsPoller(MetricsSource source, ClusterState state, Duration deadline) {
    this.source = source;
    this.state = state;
    this.deadline = deadline;
  }

  /**
   * Starts asking: when {@code ready}, once more 1 s later, and then {@code every} after each
   * answer.
   *
   * @param client stays the caller's to close, after this
   * @param ready whether the state knows the nodes and pods, as figures of others are passed over
   * @param every the pause; 15 s is how often a metrics server measures
   * @param deadline how long one of the two lists may take
   */
  public static MetricsPoller start(
      KubernetesClient client,
      ClusterState state,
      BooleanSupplier ready,
      Duration every,
      Duration deadline) {
    MetricsSource source = new MetricsApi(client, Clock.systemUTC());
    MetricsPoller poller = new MetricsPoller(source, state, deadline);
    poller.begin(ready, every);
    return poller;
  }

  /** Looks whether it may begin until it may. */
  void begin(BooleanSupplier ready, Duration every) {
    after(LOOK_MILLIS, () -> first(ready, every));
  }

  private void first(BooleanSupplier ready, Duration every) {
    if (!ready.getAsBoolean()) {
      begin(ready, every);
      return;
    }
    // Objects reach the state a little after they were read; figures of others would be lost.
    after(LOOK_MILLIS, this::poll);
    after(AGAIN_MILLIS, this::poll);
    long pause = every.toMillis();
    ScheduledFuture<?> unused =
        clock.scheduleWithFixedDelay(this::poll, pause, pause, TimeUnit.MILLISECONDS);
  }

  private void after(long millis, Runnable task) {
    ScheduledFuture<?> unused = clock.schedule(task, millis, TimeUnit.MILLISECONDS);
  }

  /** Why the newest answer is missing; empty where it came. */
  public Optional<String> failure() {
    return failure;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    calls.shutdownNow();
  }

  void poll() {
    Optional<String> nodes =
        ask(() -> source.nodes().forEach((node, usage) -> state.nodeUsage(node, usage)));
    Optional<String> pods =
        ask(
            () ->
                source
                    .pods()
                    .forEach(one -> state.podUsage(one.namespace(), one.name(), one.usage())));
    Optional<String> now = nodes.isPresent() ? nodes : pods;
    if (!now.equals(failure)) {
      now.ifPresentOrElse(
          why -> LOG.warn("the metrics API does not answer, its last values stay: {}", why),
          () -> LOG.info("the metrics API answers"));
    }
    failure = now;
  }

  private Optional<String> ask(Runnable question) {
    Future<?> call = calls.submit(question);
    try {
      call.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (TimeoutException e) {
      call.cancel(true);
      return Optional.of("no answer within " + deadline.toMillis() + " ms");
    } catch (ExecutionException e) {
      return Optional.of(firstLine(e.getCause()));
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.of("stopped");
    }
  }

  private static String firstLine(Throwable problem) {
    return String.valueOf(problem.getMessage()).lines().findFirst().orElse("?");
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
