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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the metrics API at intervals what nodes and pods use. What it does not answer, or not in
 * time, stays as it was, with the instant at which that was measured.
 */
public final class MetricsPoller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsPoller.class);

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
   * Starts asking, now and then {@code every} after each answer.
   *
   * @param client stays the caller's to close, after this
   * @param every the pause; 15 s is how often a metrics server measures
   * @param deadline how long one of the two lists may take
   */
  public static MetricsPoller start(
      KubernetesClient client, ClusterState state, Duration every, Duration deadline) {
    MetricsSource source = new MetricsApi(client, Clock.systemUTC());
    MetricsPoller poller = new MetricsPoller(source, state, deadline);
    ScheduledFuture<?> unused =
        poller.clock.scheduleWithFixedDelay(
            poller::poll, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    return poller;
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
