package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.FunctionStartException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * How functions are run behind a gateway.
 *
 * @param runId the run, for the label that marks what it deployed
 * @param autoscale whether the gateway may change the number of replicas
 * @param readyTimeout longest time from a deployment to its first real answer; an image may have to
 *     be pulled in it
 * @param goneTimeout longest time from a removal until the function is no longer listed
 * @param closeTimeout longest time the last removals may take
 * @param patience how long a gateway that does not answer is waited for: a restart
 * @param watchInterval how often the replicas of deployed functions are looked at
 * @param processFinder the root processes of a function by its name, where they are needed: the
 *     gateway's node is this machine and its kernel is asked
 */
public record OpenFaasSettings(
    String runId,
    boolean autoscale,
    Duration readyTimeout,
    Duration goneTimeout,
    Duration closeTimeout,
    Duration patience,
    Duration watchInterval,
    Optional<Function<String, List<Long>>> processFinder) {
  private static final int LONGEST_LABEL = 63;

  public OpenFaasSettings {
    Objects.requireNonNull(processFinder, "processFinder is null");
    if (runId.isEmpty()) {
      throw new IllegalArgumentException("runId is empty");
    }
  }

  /**
   * Three minutes to be ready, one to be gone, 20 s to close, 75 s for a gateway's restart, a look
   * each 2 s.
   */
  public static OpenFaasSettings of(String runId, boolean autoscale) {
    return new OpenFaasSettings(
        runId,
        autoscale,
        Duration.ofMinutes(3),
        Duration.ofMinutes(1),
        Duration.ofSeconds(20),
        Duration.ofSeconds(75),
        Duration.ofSeconds(2),
        Optional.empty());
  }

  /** The same with processes that can be found. */
  public OpenFaasSettings findingProcesses(Function<String, List<Long>> finder) {
    return new OpenFaasSettings(
        runId,
        autoscale,
        readyTimeout,
        goneTimeout,
        closeTimeout,
        patience,
        watchInterval,
        Optional.of(finder));
  }

  /**
   * A deployed function's processes, empty where nobody needs them.
   *
   * @throws FunctionStartException when they are needed and not on this machine
   */
  List<Long> processes(String function) throws FunctionStartException {
    if (processFinder.isEmpty()) {
      return List.of();
    }
    List<Long> found = processFinder.get().apply(function);
    if (found.isEmpty()) {
      throw new FunctionStartException(
          function,
          "answers, but none of its processes was found on this machine: watch its node with"
              + " --prometheus URL");
    }
    return found;
  }

  /** The run as a label's value: at most 63 of letters, digits, {@code -_.}, none of these last. */
  String runLabel() {
    String safe = runId.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[^A-Za-z0-9]+", "");
    String cut = safe.substring(0, Math.min(LONGEST_LABEL, safe.length()));
    String label = cut.replaceAll("[^A-Za-z0-9]+$", "");
    return label.isEmpty() ? "run" : label;
  }
}
