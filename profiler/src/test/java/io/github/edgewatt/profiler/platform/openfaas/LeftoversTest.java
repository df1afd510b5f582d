package io.github.edgewatt.profiler.platform.openfaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeftoversTest {
  private static final OpenFaasSettings SETTINGS = PlatformWorld.settings(false);

  @Test
  void leavesWhatAnotherMachinesRunMayBeUsing() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        GatewayClient client = world.client()) {
      world.deployElsewhere("figlet", "theirs", "pi-of-somebody");
      world.deployElsewhere("nmap", "older", "");
      world.deployElsewhere("env", "mine-of-yesterday");
      assertThatThrownBy(() -> remove(world, client, Duration.ofHours(23)))
          .isInstanceOf(PlatformException.class)
          .hasMessage(
              "a run of another machine may be using %s (figlet of run theirs on pi-of-somebody,"
                      .formatted(client.gateway())
                  + " nmap of run older): wait for its end, or remove what it left with 'faas-cli"
                  + " remove NAME'");
      assertThat(world.gateway.deployed()).containsExactly("env", "figlet", "nmap");
      assertThat(world.changes("DELETE")).isEmpty();
    }
  }

  @Test
  void removesWhatIsOldOrOfThisMachineOrOfThisRun() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        GatewayClient client = world.client()) {
      world.deployElsewhere("theirs", "");
      world.deployElsewhere("env", "mine-of-yesterday");
      world.deployElsewhere("curl", SETTINGS.runLabel(), "where-it-was-begun");
      assertThat(remove(world, client, Duration.ZERO))
          .containsExactly("curl of run " + SETTINGS.runLabel(), "env of run mine-of-yesterday");
      world.deployElsewhere("figlet", "old", "pi-of-somebody");
      assertThat(remove(world, client, Duration.ofHours(25))).containsExactly("figlet of run old");
      assertThat(world.gateway.deployed()).containsExactly("theirs");
    }
  }

  @Test
  void anUnknownAgeIsNotOld() {
    Instant now = Instant.parse("2026-11-23T10:15:00Z");
    assertThat(created("2026-11-22T09:00:00+01:00").isCreatedBefore(now)).isTrue();
    assertThat(created("2026-11-23T10:15:01.5Z").isCreatedBefore(now)).isFalse();
    for (String unknown : List.of("", "yesterday", "0001-01-01T00:00:00Z")) {
      assertThat(created(unknown).isCreatedBefore(now)).isFalse();
    }
  }

  @Test
  void aHostsNameIsMadeSafe() {
    assertThat(HostName.safe("pi=4 b\n")).isEqualTo("pi-4-b");
    assertThat(HostName.safe("x".repeat(80))).hasSize(63);
  }

  private static List<String> remove(PlatformWorld world, GatewayClient client, Duration later)
      throws PlatformException, InterruptedException {
    return new Leftovers(client, SETTINGS, world.clock, () -> Instant.now().plus(later)).remove();
  }

  private static FunctionStatus created(String when) {
    return new FunctionStatus("f", "", "", Map.of(), Map.of(), 1, 1, when);
  }
}
