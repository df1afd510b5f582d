package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.FunctionStartException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Waits until a function answers a real call. That a replica is available says little: a container
 * counts as soon as it runs, seconds before a JVM in it answers.
 */
final class Readiness {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
  private static final Duration CALL = Duration.ofSeconds(10);
  private static final Duration SHORTEST_CALL = Duration.ofSeconds(1);
  private static final int LOG_LINES = 3;

  /** The function's own refusals, not the platform's: its request form is wrong. */
  private static final int REFUSALS = 20;

  /** Started and died so often: it will not stay. */
  private static final int DEATHS = 4;

  /** On faasd only a call starts a dead function again. */
  private static final int LOOKS_BEFORE_WAKING = 4;

  private final GatewayClient client;
  private final FunctionCalls calls;
  private final GatewayClock clock;
  private final Starts starts;
  private final boolean kubernetes;

  Readiness(
      GatewayClient client,
      FunctionCalls calls,
      GatewayClock clock,
      Starts starts,
      boolean kubernetes) {
    this.client = client;
    this.calls = calls;
    this.clock = clock;
    this.starts = starts;
    this.kubernetes = kubernetes;
  }

  /** One function's way to its first answer. */
  private static final class Progress {
    private Optional<FunctionStatus> status = Optional.empty();
    private FunctionCalls.Outcome outcome = new FunctionCalls.Outcome(0, "it was not called yet");
    private boolean wasAvailable;
    private int deaths;
    private int refusals;
    private int unavailableLooks;

    void saw(Optional<FunctionStatus> now) {
      status = now;
      boolean available = now.isPresent() && now.get().availableReplicas() > 0;
      deaths += wasAvailable && !available ? 1 : 0;
      unavailableLooks = available ? 0 : unavailableLooks + 1;
      wasAvailable = available;
    }

    /** On faasd a dead function is started by a call: it died again when that call failed. */
    void called(boolean kubernetes) {
      if (!wasAvailable) {
        deaths += kubernetes || outcome.isSuccess() ? 0 : 1;
        unavailableLooks = 0;
      }
    }

    boolean toBeCalled() {
      return wasAvailable || (status.isPresent() && unavailableLooks >= LOOKS_BEFORE_WAKING);
    }

    String text() {
      return status.isEmpty()
          ? "the gateway does not list it"
          : "replicas %d, available %d, a call %s"
              .formatted(status.get().replicas(), status.get().availableReplicas(), outcome.text());
    }
  }

  /**
   * Returns the status of a function that has at least one available replica and answered a call.
   *
   * @param spec with the path at the gateway
   * @param since when it was deployed, for its log
   * @throws FunctionStartException when it does not come to that in time
   * @throws GatewayException when the gateway cannot be asked any more
   */
  FunctionStatus await(FunctionSpec spec, Instant since, Duration limit)
      throws FunctionStartException, GatewayException, InterruptedException {
    long deadline = clock.nanoTime() + limit.toNanos();
    Duration pause = FIRST_PAUSE;
    Progress progress = new Progress();
    while (true) {
      progress.saw(client.status(spec.name()));
      progress.status.ifPresent(starts::saw);
      if (progress.toBeCalled()) {
        progress.outcome = call(spec, deadline);
        if (progress.outcome.isSuccess() && progress.wasAvailable) {
          return progress.status.orElseThrow();
        }
        progress.refusals += isRefusal(progress.outcome) ? 1 : 0;
        progress.called(kubernetes);
      }
      if (progress.refusals >= REFUSALS) {
        throw failed(
            spec,
            since,
            "is there but %s to %s %s; is its request form right?"
                .formatted(progress.outcome.text(), spec.method(), spec.path()));
      }
      if (progress.deaths >= DEATHS) {
        throw failed(
            spec,
            since,
            "starts and dies again (%d times; %s)".formatted(progress.deaths, progress.text()));
      }
      if (deadline - clock.nanoTime() <= pause.toNanos()) {
        throw failed(
            spec,
            since,
            "is not ready after %.0f s (%s%s)"
                .formatted(
                    limit.toMillis() / 1000.0,
                    progress.text(),
                    progress.deaths > 0 ? ", died " + progress.deaths + " times" : ""));
      }
      clock.sleep(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  private FunctionCalls.Outcome call(FunctionSpec spec, long deadline) throws InterruptedException {
    Duration left = Duration.ofNanos(deadline - clock.nanoTime());
    Duration timeout = left.compareTo(CALL) < 0 ? left : CALL;
    // A last call cut to nothing would hide what the calls before it came to.
    return calls.call(
        client.gateway().uri(),
        spec,
        timeout.compareTo(SHORTEST_CALL) < 0 ? SHORTEST_CALL : timeout);
  }

  private static boolean isRefusal(FunctionCalls.Outcome outcome) {
    return outcome.status() >= 400 && outcome.status() < 500 && outcome.status() != 429;
  }

  private FunctionStartException failed(FunctionSpec spec, Instant since, String what)
      throws InterruptedException {
    List<String> lines = client.logs(spec.name(), since, LOG_LINES);
    String said =
        lines.isEmpty() ? "it logged nothing" : "its last lines: " + String.join(" | ", lines);
    String hint =
        kubernetes && lines.isEmpty()
            ? "; 'kubectl describe pod -l faas_function=%s -A' tells why".formatted(spec.name())
            : "";
    return new FunctionStartException(spec.name(), what + "; " + said + hint);
  }
}
