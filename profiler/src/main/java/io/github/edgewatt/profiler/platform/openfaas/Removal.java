package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Removes functions and waits until the gateway no longer knows them. */
final class Removal {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final GatewayClient client;
  private final GatewayClock clock;
  private final Duration limit;

  Removal(GatewayClient client, GatewayClock clock, Duration limit) {
    this.client = client;
    this.clock = clock;
    this.limit = limit;
  }

  /**
   * Removes all of them, then waits for all. One that does not carry its run's label is another's
   * and stays.
   *
   * @param runs each function's name with the label of the run it was deployed by
   * @throws PlatformException when one is still listed after the limit: it would be measured too
   */
  void remove(Map<String, String> runs) throws PlatformException, InterruptedException {
    for (Map.Entry<String, String> each : runs.entrySet()) {
      client.deleteOurs(each.getKey(), each.getValue());
    }
    long deadline = clock.nanoTime() + limit.toNanos();
    List<String> left = new ArrayList<>(runs.keySet());
    while (true) {
      List<String> still = new ArrayList<>();
      for (String name : left) {
        Optional<FunctionStatus> there = client.status(name);
        if (there.isPresent() && there.get().run().equals(runs.get(name))) {
          still.add(name);
        }
      }
      if (still.isEmpty()) {
        return;
      }
      if (deadline - clock.nanoTime() <= PAUSE.toNanos()) {
        throw new PlatformException(
            "%s still listed %d s after removal: the gateway does not get rid of it"
                .formatted(String.join(", ", still), limit.toSeconds()));
      }
      left = still;
      clock.sleep(PAUSE);
    }
  }
}
