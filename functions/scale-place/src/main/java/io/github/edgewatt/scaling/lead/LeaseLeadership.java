package io.github.edgewatt.scaling.lead;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.github.edgewatt.steering.loop.Leadership;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads while it holds a Lease of Kubernetes. It stops at two thirds of the time for which the
 * Lease holds after the last renewal, so that what is being done then has ended before another
 * process begins. Competes again after an outage.
 */
public final class LeaseLeadership implements Leadership {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseLeadership.class);
  private static final long GIVE_UP_SECONDS = 3;

  private final LeaseOptions options;
  private final Election election;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "lease");
            thread.setDaemon(true);
            return thread;
          });

  private volatile Optional<String> problem = Optional.empty();
  private volatile boolean closed;
  private boolean led;

  LeaseLeadership(LeaseOptions options, Election election) {
    this.options = options;
    this.election = election;
  }

  /**
   * Starts to compete.
   *
   * @param client whose requests take no longer than a third of the Lease's duration; stays the
   *     caller's to close, after this
   */
  public static LeaseLeadership start(KubernetesClient client, LeaseOptions options, Clock clock) {
    LeaseLeadership leadership =
        new LeaseLeadership(
            options,
            new Election(new KubernetesLeases(client, options, clock), options, System::nanoTime));
    var unused =
        leadership.executor.scheduleWithFixedDelay(
            leadership::attempt, 0, options.retry().toMillis(), TimeUnit.MILLISECONDS);
    return leadership;
  }

  void attempt() {
    if (closed) {
      return;
    }
    try {
      election.attempt();
      problem = Optional.empty();
    } catch (RuntimeException e) {
      if (e instanceof KubernetesClientException refused
          && refused.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        // Another was faster, and nothing is wrong.
        return;
      }
      if (problem.isEmpty()) {
        LOG.warn("the lease {} cannot be had now: {}", options.name(), reason(e));
      }
      problem = Optional.of("the lease " + options.name() + ": " + reason(e));
    }
    if (led != leading()) {
      led = !led;
      LOG.info(led ? "leads from now on, as {}" : "leads no more, as {}", options.identity());
    }
  }

  /** The innermost cause: the outer ones tell what was tried. */
  private static String reason(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? root.toString() : root.getMessage();
    return message.lines().findFirst().orElse("?");
  }

  @Override
  public boolean leading() {
    return !closed && election.leading();
  }

  @Override
  public Optional<String> leader() {
    return election.leader();
  }

  /** Why the last attempt failed; empty where it did not. */
  public Optional<String> problem() {
    return problem;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    executor.execute(this::giveUp);
    executor.shutdown();
    try {
      if (!executor.awaitTermination(GIVE_UP_SECONDS, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void giveUp() {
    try {
      election.giveUp();
    } catch (RuntimeException e) {
      LOG.info("the lease could not be given up and ends by itself: {}", e.getMessage());
    }
  }
}
