package io.github.edgewatt.profiler.platform.openfaas;

import static io.github.edgewatt.profiler.platform.openfaas.PlatformWorld.specs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.platform.FunctionStartException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever happens to a name on the gateway, only this run's function of it is removed. */
class OwnershipTest {

  @Test
  void aNameSomebodyTookInTheMeantimeIsLeftToThem() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd()) {
      try (OpenFaasPlatform platform = world.open("figlet", "env")) {
        world.deployElsewhere("figlet", "");
        assertThatThrownBy(() -> platform.deploy(specs("env", "figlet")))
            .isInstanceOf(FunctionStartException.class)
            .hasMessageContaining("deployed already, and not by this tool");
        assertThat(world.gateway.deployed()).as("env is stopped again").containsExactly("figlet");
      }
      assertThat(world.gateway.deployed()).containsExactly("figlet");
      assertThat(world.changes("DELETE")).hasSize(1);
    }
  }

  @Test
  void oneThatReplacedOursStaysWhenItIsNoLongerAskedFor() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd()) {
      try (OpenFaasPlatform platform = world.open("figlet", "env")) {
        platform.deploy(specs("figlet"));
        replace(world, "figlet");
        platform.deploy(specs("env"));
        assertThat(world.gateway.deployed()).containsExactly("env", "figlet");
      }
      assertThat(world.gateway.deployed()).containsExactly("figlet");
    }
  }

  @Test
  void oneThatReplacedOursStaysWhenOursIsAskedForAgainAndAtTheEnd() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd()) {
      try (OpenFaasPlatform platform = world.open("figlet", "env")) {
        platform.deploy(specs("figlet", "env"));
        replace(world, "env");
        replace(world, "figlet");
        assertThatThrownBy(() -> platform.deploy(specs("figlet")))
            .isInstanceOf(FunctionStartException.class);
      }
      assertThat(world.gateway.deployed()).containsExactly("env", "figlet");
    }
  }

  @Test
  void aRemovalDoesNotWaitForWhatIsAnothers() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        GatewayClient client = world.client()) {
      world.deployElsewhere("figlet", "one");
      world.deployElsewhere("env", "two");
      new Removal(client, world.clock, Duration.ofMinutes(1))
          .remove(Map.of("figlet", "one", "env", "one", "absent", "one"));
      assertThat(world.gateway.deployed()).containsExactly("env");
      assertThat(world.clock.sleeps()).isEmpty();
    }
  }

  private static void replace(PlatformWorld world, String name) throws Exception {
    try (GatewayClient other = world.client()) {
      other.delete(name);
    }
    world.deployElsewhere(name, "");
  }
}
