package io.github.edgewatt.profiler.platform.openfaas;

import static io.github.edgewatt.profiler.platform.openfaas.PlatformWorld.specs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.platform.FunctionInstance;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenFaasPlatformTest {

  @Test
  void deploysExactlyWhatIsAskedForAndRemovesAllAtTheEnd() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd()) {
      world.deployElsewhere("theirs", "");
      try (OpenFaasPlatform platform = world.open("figlet", "shasum", "env")) {
        List<FunctionInstance> pair = platform.deploy(specs("figlet", "shasum"));
        assertThat(world.gateway.deployed()).containsExactly("figlet", "shasum", "theirs");
        assertThat(pair)
            .extracting(instance -> instance.spec().path())
            .containsExactly("/function/figlet", "/function/shasum");
        assertThat(pair).extracting(FunctionInstance::address).containsOnly(world.gateway.uri());

        platform.deploy(specs("shasum", "env"));
        assertThat(world.gateway.deployed()).containsExactly("env", "shasum", "theirs");
        assertThat(platform.failures()).isEmpty();
        assertThat(world.changes("POST")).hasSize(4);
        assertThat(world.changes("PUT")).isEmpty();
      }
      assertThat(world.gateway.deployed()).containsExactly("theirs");
    }
  }

  @Test
  void marksWhatItDeploysAndPinsItsScale() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet")) {
      platform.deploy(specs("figlet"));
      assertThat(platform.name()).isEqualTo("openfaas");
      assertThat(platform.autoscales()).isFalse();
      assertThat(world.changes("POST"))
          .containsExactly(
              "{\"service\":\"figlet\",\"image\":\"example/figlet:1\",\"labels\":{"
                  + "\"com.openfaas.scale.max\":\"1\",\"com.openfaas.scale.min\":\"1\","
                  + "\"io.github.edgewatt.run\":\"2026-11-23_10-15-00-x\"},"
                  + "\"annotations\":{\"io.github.edgewatt.host\":\"%s\"}}"
                      .formatted(HostName.ofThisMachine()));
    }
  }

  @Test
  void leavesTheScaleToTheGatewayWhereItMayScale() throws Exception {
    try (PlatformWorld world = PlatformWorld.kubernetes(0, 0);
        OpenFaasPlatform platform = world.open(PlatformWorld.settings(true), "figlet")) {
      platform.deploy(specs("figlet"));
      assertThat(platform.autoscales()).isTrue();
      assertThat(world.changes("POST").get(0)).doesNotContain("com.openfaas.scale");
    }
  }

  @Test
  void refusesAFunctionThatSomebodyElseDeployed() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd()) {
      world.deployElsewhere("figlet", "");
      assertThatThrownBy(() -> world.open("figlet", "env"))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("figlet is deployed on http://127.0.0.1:")
          .hasMessageContaining("--deployed");
      assertThat(world.gateway.deployed()).containsExactly("figlet");
      assertThat(world.changes("DELETE")).isEmpty();
    }
  }

  @Test
  void removesWhatADiedRunLeftAndTellsSo() throws Exception {
    try (PlatformWorld world = PlatformWorld.kubernetes(0, 20)) {
      world.deployElsewhere("theirs", "");
      world.deployElsewhere("nmap", "run-of-yesterday");
      world.deployElsewhere("figlet", "run-of-yesterday");
      try (OpenFaasPlatform platform = world.open("figlet")) {
        assertThat(platform.cleaned())
            .containsExactly("figlet of run run-of-yesterday", "nmap of run run-of-yesterday");
        assertThat(world.gateway.deployed()).containsExactly("theirs");
        assertThat(world.clock.slept()).isGreaterThan(Duration.ofSeconds(19));
      }
    }
  }

  @Test
  void callsFunctionsOfOthersAsTheyAre() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd()) {
      world.deployElsewhere("theirs", "");
      int before = world.changes("POST").size();
      try (OpenFaasPlatform platform = world.openDeployed("theirs")) {
        assertThat(platform.deploy(specs("theirs"))).hasSize(1);
        platform.deploy(List.of());
      }
      assertThat(world.changes("POST")).hasSize(before);
      assertThat(world.changes("PUT")).isEmpty();
      assertThat(world.changes("DELETE")).isEmpty();
      assertThatThrownBy(() -> world.openDeployed("nobodys"))
          .hasMessageContaining("nobodys is not deployed");
    }
  }

  @Test
  void sendsUpstreamsFormOfARequest() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet")) {
      platform.deploy(specs("figlet"));
      assertThat(world.stubs.requests())
          .last()
          .satisfies(
              request -> {
                assertThat(request.method()).isEqualTo("GET");
                assertThat(request.bodyText()).isEqualTo("hello");
                assertThat(request.header("Content-Type")).startsWith("text/plain");
                assertThat(request.header("Transfer-Encoding")).isEqualTo("chunked");
              });
    }
  }

  @Test
  void waitsUntilAKubernetesReplicaIsAvailableAndARemovedOneIsGone() throws Exception {
    try (PlatformWorld world = PlatformWorld.kubernetes(40, 30);
        OpenFaasPlatform platform = world.open("figlet", "env")) {
      platform.deploy(specs("figlet"));
      assertThat(world.clock.slept()).isBetween(Duration.ofSeconds(39), Duration.ofSeconds(45));
      platform.deploy(specs("env"));
      assertThat(world.gateway.deployed()).containsExactly("env");
      assertThat(world.clock.slept()).isGreaterThan(Duration.ofSeconds(105));
    }
  }

  @Test
  void findsTheProcessesOfAGatewayOnThisMachine() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform =
            world.open(
                PlatformWorld.settings(false).findingProcesses(name -> List.of(7L)), "figlet")) {
      assertThat(platform.deploy(specs("figlet")).get(0).processIds()).containsExactly(7L);
    }
  }

  @Test
  @SuppressWarnings("try") // closed twice on purpose
  void deploysNothingThatIsNotOfTheRun() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet")) {
      assertThatThrownBy(() -> platform.deploy(specs("env")))
          .hasMessage("function env is not one of this run's");
      assertThatThrownBy(() -> platform.deploy(specs("figlet", "figlet")))
          .hasMessage("function figlet is asked for twice");
      platform.close();
      platform.close();
      assertThatThrownBy(() -> platform.deploy(specs("figlet")))
          .isInstanceOf(PlatformException.class);
      assertThat(world.gateway.deployed()).isEmpty();
    }
  }
}
