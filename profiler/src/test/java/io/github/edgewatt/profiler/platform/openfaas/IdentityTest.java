package io.github.edgewatt.profiler.platform.openfaas;

import static io.github.edgewatt.profiler.platform.openfaas.PlatformWorld.specs;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.platform.FunctionInstance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An instance equals an earlier one only while it is the same that was warmed up. */
class IdentityTest {

  @Test
  void oneThatRunsOnIsTheSame() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet", "env")) {
      List<FunctionInstance> first = platform.deploy(specs("figlet"));
      platform.watch().lookNow("figlet");
      assertThat(platform.deploy(specs("figlet"))).isEqualTo(first);
      assertThat(platform.deploy(specs("figlet", "env")).get(0)).isEqualTo(first.get(0));
    }
  }

  @Test
  void oneThatDiedAndWasStartedByACallIsAnother() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet", "env")) {
      List<FunctionInstance> first = platform.deploy(specs("figlet", "env"));
      world.stubs.kill("figlet");
      List<FunctionInstance> again = platform.deploy(specs("figlet", "env"));
      assertThat(again.get(0)).isNotEqualTo(first.get(0));
      assertThat(again.get(1)).isEqualTo(first.get(1));
      assertThat(platform.deploy(specs("figlet", "env"))).isEqualTo(again);
    }
  }

  @Test
  void oneThatTheWatchSawRestartIsAnother() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        GatewayClient other = world.client();
        OpenFaasPlatform platform = world.open("figlet")) {
      List<FunctionInstance> first = platform.deploy(specs("figlet"));
      world.stubs.kill("figlet");
      platform.watch().lookNow("figlet");
      other.scale("figlet", 1);
      assertThat(platform.deploy(specs("figlet"))).doesNotContainAnyElementsOf(first);
    }
  }

  @Test
  void oneThatSomebodyDeployedAnewIsAnother() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        GatewayClient other = world.client()) {
      world.deployElsewhere("theirs", "");
      try (OpenFaasPlatform platform = world.openDeployed("theirs")) {
        List<FunctionInstance> first = platform.deploy(specs("theirs"));
        other.delete("theirs");
        world.deployElsewhere("theirs", "");
        assertThat(platform.deploy(specs("theirs"))).doesNotContainAnyElementsOf(first);
      }
    }
  }
}
