package io.github.edgewatt.profiler.platform.openfaas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What went wrong with functions since they were ready. */
final class Failures {
  private final GatewayClient client;
  private final StatusWatch watch;
  private final Starts starts;

  Failures(GatewayClient client, StatusWatch watch, Starts starts) {
    this.client = client;
    this.watch = watch;
    this.starts = starts;
  }

  /**
   * One phrase a fault, none while all is well.
   *
   * @param ready how each function stood when it became ready
   * @throws GatewayException when the gateway cannot be asked
   */
  List<String> of(List<FunctionStatus> ready) throws GatewayException {
    List<String> failures = new ArrayList<>();
    try {
      for (FunctionStatus before : ready) {
        failureOf(before, client.status(before.name())).ifPresent(failures::add);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return failures;
  }

  private Optional<String> failureOf(FunctionStatus before, Optional<FunctionStatus> now) {
    String name = before.name();
    if (now.isEmpty()) {
      return Optional.of(name + " is no longer deployed");
    }
    if (!now.get().createdAt().equals(before.createdAt())) {
      return Optional.of(name + " was deployed anew by somebody else");
    }
    starts.saw(now.get());
    if (now.get().availableReplicas() == 0) {
      return Optional.of(name + ": availableReplicas 0");
    }
    boolean fell = watch.lowest(name).orElse(1) == 0;
    return fell
        ? Optional.of(name + " restarted: availableReplicas fell to 0 for a while")
        : Optional.empty();
  }
}
