package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.time.Duration;
import java.util.List;

/** Removes what runs that died left on a gateway, and only that: it carries a run's label. */
final class Leftovers {
  private final GatewayClient client;
  private final Removal removal;

  Leftovers(GatewayClient client, GatewayClock clock, Duration limit) {
    this.client = client;
    this.removal = new Removal(client, clock, limit);
  }

  /** A line for each removed: {@code "figlet of run x"}. */
  List<String> remove() throws PlatformException, InterruptedException {
    List<FunctionStatus> left =
        client.list().stream().filter(function -> !function.run().isEmpty()).toList();
    if (!left.isEmpty()) {
      removal.remove(left.stream().map(FunctionStatus::name).toList());
    }
    return left.stream().map(f -> f.name() + " of run " + GatewayFaults.oneLine(f.run())).toList();
  }
}
