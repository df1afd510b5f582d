package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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
   * Removes all of them, then waits for all.
   *
   * @throws PlatformException when one is still listed after the limit: it would be measured too
   */
  void remove(Collection<String> names) throws PlatformException, InterruptedException {
    for (String name : names) {
      client.delete(name);
    }
    long deadline = clock.nanoTime() + limit.toNanos();
    List<String> left = new ArrayList<>(names);
    while (true) {
      List<String> still = new ArrayList<>();
      for (String name : left) {
        if (client.status(name).isPresent()) {
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
