package io.github.edgewatt.profiler.platform.openfaas;

import static io.github.edgewatt.profiler.platform.openfaas.PlatformWorld.specs;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.fixtures.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusWatchTest {

  @Test
  void aRestartBetweenTwoMeasurementsIsTold() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet")) {
      platform.deploy(specs("figlet"));
      world.stubs.kill("figlet");
      platform.watch().lookNow("figlet");
      try (GatewayClient other = world.client()) {
        other.scale("figlet", 1);
      }
      assertThat(platform.failures())
          .containsExactly("figlet restarted: availableReplicas fell to 0 for a while");
      platform.deploy(specs("figlet"));
      assertThat(platform.failures()).isEmpty();
    }
  }

  @Test
  void looksAtItsIntervalOnAThreadOfItsOwn() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd()) {
      world.deployElsewhere("figlet", "");
      List<Integer> seen = new ArrayList<>();
      try (GatewayClient client = world.client();
          StatusWatch watch =
              new StatusWatch(client, world.clock, new Starts(), Duration.ofMillis(5))) {
        watch.listen(
            (function, nanos, available) -> {
              synchronized (seen) {
                seen.add(available);
                seen.notifyAll();
              }
            });
        watch.watch(List.of("figlet"));
        watch.start();
        long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        synchronized (seen) {
          while (seen.size() < 3 && System.nanoTime() < limit) {
            seen.wait(100);
          }
        }
      }
      assertThat(seen).hasSizeGreaterThanOrEqualTo(3).containsOnly(1);
    }
  }

  @Test
  void aGatewayThatDoesNotAnswerIsPassedOver() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet")) {
      platform.deploy(specs("figlet"));
      world.gateway.server().fail("/system/", request -> Fault.status(502, ""));
      platform.watch().lookNow("figlet");
      world.gateway.server().heal("/system/");
      assertThat(platform.watch().lowest("figlet")).isEmpty();
      assertThat(platform.failures()).isEmpty();
    }
  }
}
