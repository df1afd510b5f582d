package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes what runs that died left on a gateway, and only that: it carries a run's label. What
 * another machine deployed lately may belong to a live run.
 */
final class Leftovers {

  /** No run that is alive leaves a function deployed for so long. */
  private static final Duration LONGEST_LIFE = Duration.ofHours(24);

  private final GatewayClient client;
  private final Removal removal;
  private final String ownRun;
  private final InstantSource wallClock;

  Leftovers(
      GatewayClient client,
      OpenFaasSettings settings,
      GatewayClock clock,
      InstantSource wallClock) {
    this.client = client;
    this.removal = new Removal(client, clock, settings.goneTimeout());
    this.ownRun = settings.runLabel();
    this.wallClock = wallClock;
  }

  /**
   * A line for each removed: {@code "figlet of run x"}.
   *
   * @throws PlatformException when some may belong to a live run; nothing is removed then
   */
  List<String> remove() throws PlatformException, InterruptedException {
    List<FunctionStatus> left =
        client.list().stream().filter(function -> !function.run().isEmpty()).toList();
    List<FunctionStatus> others = left.stream().filter(function -> !isDead(function)).toList();
    if (!others.isEmpty()) {
      throw new PlatformException(
          "a run of another machine may be using %s (%s): wait for its end, or remove what it left with 'faas-cli remove NAME'"
              .formatted(
                  client.gateway(),
                  String.join(", ", others.stream().map(Leftovers::of).toList())));
    }
    if (!left.isEmpty()) {
      Map<String, String> runs = new LinkedHashMap<>();
      left.forEach(function -> runs.put(function.name(), function.run()));
      removal.remove(runs);
    }
    return left.stream().map(f -> f.name() + " of run " + GatewayFaults.oneLine(f.run())).toList();
  }

  /** This machine runs one at a time, and this run is it; what it left itself it takes up again. */
  private boolean isDead(FunctionStatus function) {
    boolean here = !function.host().isEmpty() && function.host().equals(HostName.ofThisMachine());
    return function.run().equals(ownRun)
        || here
        || function.isCreatedBefore(wallClock.instant().minus(LONGEST_LIFE));
  }

  private static String of(FunctionStatus function) {
    String host = function.host().isEmpty() ? "" : " on " + function.host();
    return GatewayFaults.oneLine(function.name() + " of run " + function.run() + host);
  }
}
