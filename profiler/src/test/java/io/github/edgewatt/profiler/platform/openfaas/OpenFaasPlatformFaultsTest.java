package io.github.edgewatt.profiler.platform.openfaas;

import static io.github.edgewatt.profiler.platform.openfaas.PlatformWorld.specs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.edgewatt.fixtures.Fault;
import io.github.edgewatt.profiler.platform.FunctionStartException;
import io.github.edgewatt.profiler.platform.PlatformException;
import io.github.edgewatt.profiler.platform.openfaas.GatewayException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenFaasPlatformFaultsTest {

  @Test
  void aJvmThatComesUpBehindItsWatchdogIsWaitedFor() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet")) {
      world.stubs.failFirst("figlet", 40);
      assertThat(platform.deploy(specs("figlet"))).hasSize(1);
      assertThat(world.stubs.requests()).hasSize(41);
    }
  }

  @Test
  void oneThatNeverAnswersIsGivenUpWithItsLastWords() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet", "env")) {
      world.stubs.failFirst("figlet", Integer.MAX_VALUE);
      world.stubs.say("figlet", "starting\nno database at db:5432\n");
      FunctionStartException e = startFailure(() -> platform.deploy(specs("env", "figlet")));
      assertThat(e.function()).isEqualTo("figlet");
      assertThat(e)
          .hasMessage(
              "figlet is not ready after 180 s (replicas 1, available 1, a call answers 500);"
                  + " its last lines: starting | no database at db:5432");
      assertThat(world.gateway.deployed()).isEmpty();
      world.stubs.failFirst("figlet", 0);
      assertThat(platform.deploy(specs("figlet"))).hasSize(1);
    }
  }

  @Test
  void aCrashLoopIsToldEarly() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet")) {
      world.stubs.dieOf("figlet", "java.lang.NoClassDefFoundError: x\n");
      FunctionStartException e = startFailure(() -> platform.deploy(specs("figlet")));
      assertThat(e).hasMessageStartingWith("figlet starts and dies again (4 times; replicas 0,");
      assertThat(e).hasMessageEndingWith("its last lines: java.lang.NoClassDefFoundError: x");
      assertThat(world.clock.slept()).isLessThan(Duration.ofSeconds(30));
      assertThat(world.gateway.deployed()).isEmpty();
    }
  }

  @Test
  void anImageThatIsNotThereIsToldInTheGatewaysWords() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet")) {
      world.stubs.forgetImage("example/figlet:1");
      assertThat(startFailure(() -> platform.deploy(specs("figlet"))))
          .hasMessageStartingWith("figlet is refused: ")
          .hasMessageContaining("unable to pull image example/figlet:1");
    }
  }

  @Test
  void anImageThatKubernetesCannotPullIsNeverReady() throws Exception {
    try (PlatformWorld world = PlatformWorld.kubernetes(1, 5);
        OpenFaasPlatform platform = world.open("figlet")) {
      world.stubs.forgetImage("example/figlet:1");
      assertThat(startFailure(() -> platform.deploy(specs("figlet"))))
          .hasMessageStartingWith("figlet is not ready after 180 s (replicas 1, available 0, ")
          .hasMessageContaining("No endpoints available for: figlet.")
          .hasMessageEndingWith("'kubectl describe pod -l faas_function=figlet -A' tells why");
    }
  }

  @Test
  void aWrongRequestFormIsToldAsSuch() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet")) {
      world.stubs.answer("figlet", 415);
      assertThat(startFailure(() -> platform.deploy(specs("figlet"))))
          .hasMessageStartingWith(
              "figlet is there but answers 415: ok to GET /function/figlet; is its request form");
      assertThat(world.clock.slept()).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  void theSixteenthFunctionOfTheCommunityEditionIsRefused() throws Exception {
    try (PlatformWorld world = PlatformWorld.kubernetes(0, 0)) {
      for (int i = 0; i < 15; i++) {
        world.deployElsewhere("theirs-" + i, "");
      }
      try (OpenFaasPlatform platform = world.open("figlet")) {
        assertThat(startFailure(() -> platform.deploy(specs("figlet"))))
            .hasMessageContaining("maximum: 15");
      }
    }
  }

  @Test
  void aFunctionThatDiedIsToldAndComesBack() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet")) {
      platform.deploy(specs("figlet"));
      world.stubs.kill("figlet");
      assertThat(platform.failures()).containsExactly("figlet: availableReplicas 0");
      platform.deploy(specs("figlet"));
      assertThat(platform.failures()).isEmpty();
      assertThat(world.changes("POST")).hasSize(1);
    }
  }

  @Test
  void aDoubtedFunctionThatNoLongerAnswersIsDeployedAnew() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet", "env")) {
      platform.deploy(specs("figlet", "env"));
      world.stubs.answer("figlet", 503);
      world.clock.atSleep(
          () -> {
            if (world.changes("DELETE").size() == 1) {
              world.stubs.recover("figlet");
            }
          });
      assertThat(platform.deploy(specs("figlet", "env"))).hasSize(2);
      assertThat(world.changes("POST")).hasSize(3);
    }
  }

  @Test
  void aFunctionSomebodyTookAwayOrReplacedIsTold() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet", "env");
        GatewayClient other = world.client()) {
      platform.deploy(specs("figlet", "env"));
      other.delete("figlet");
      other.delete("env");
      world.deployElsewhere("env", "");
      assertThat(platform.failures())
          .containsExactly(
              "figlet is no longer deployed", "env was deployed anew by somebody else");
    }
  }

  @Test
  void aGatewayThatRestartsInMidRunIsWaitedFor() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet", "env")) {
      platform.deploy(specs("figlet"));
      Duration start = world.clock.slept();
      world.gateway.goDown();
      boolean[] back = {false};
      world.clock.atSleep(
          () -> {
            if (!back[0] && world.clock.slept().minus(start).toSeconds() >= 60) {
              back[0] = true;
              world.gateway.comeBack();
            }
          });
      assertThat(platform.failures()).isEmpty();
      assertThat(back[0]).isTrue();
      assertThat(platform.deploy(specs("figlet", "env"))).hasSize(2);
    }
  }

  @Test
  void aGatewayThatStaysAwayEndsTheRunInBoundedTime() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet")) {
      platform.deploy(specs("figlet"));
      Duration before = world.clock.slept();
      world.gateway.goDown();
      GatewayException e =
          catchThrowableOfType(GatewayException.class, () -> platform.deploy(specs("figlet")));
      assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(e).hasMessageContaining("connection refused");
      assertThat(world.clock.slept().minus(before)).isLessThan(Duration.ofSeconds(80));
      assertThatThrownBy(platform::failures).hasMessage(e.getMessage());
    }
  }

  @Test
  void aGatewayThatIsNotThereIsToldAtOnce() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd()) {
      world.gateway.goDown();
      assertThatThrownBy(() -> world.open("figlet")).hasMessageContaining("connection refused");
      assertThat(world.clock.sleeps()).isEmpty();
    }
  }

  @Test
  void aFunctionThatIsNeverGoneEndsTheRun() throws Exception {
    try (PlatformWorld world = PlatformWorld.kubernetes(0, 3600);
        OpenFaasPlatform platform = world.open("figlet", "env")) {
      platform.deploy(specs("figlet"));
      assertThatThrownBy(() -> platform.deploy(specs("env")))
          .isInstanceOf(PlatformException.class)
          .hasMessage("figlet still listed 60 s after removal: the gateway does not get rid of it");
    }
  }

  @Test
  void burstsOf502And429AreWaitedOut() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet")) {
      int[] asked = {0};
      world
          .gateway
          .server()
          .fail(
              "/system/",
              request ->
                  ++asked[0] % 10 < 8 ? Fault.status(asked[0] % 2 == 0 ? 502 : 429, "") : null);
      assertThat(platform.deploy(specs("figlet"))).hasSize(1);
      assertThat(world.gateway.deployed()).containsExactly("figlet");
      assertThat(world.changes("POST")).isNotEmpty();
    }
  }

  @Test
  void aPasswordThatWasChangedEndsTheRunAndSaysWhereToLook() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet")) {
      world.gateway.server().fail("/system/", r -> Fault.status(401, "invalid credentials"));
      GatewayException e =
          catchThrowableOfType(GatewayException.class, () -> platform.deploy(specs("figlet")));
      assertThat(e.kind()).isEqualTo(Kind.UNAUTHORIZED);
      assertThat(e)
          .hasMessageContaining("check the password file /")
          .hasMessageNotContaining(world.gateway.password());
    }
  }

  @Test
  void aSilentGatewayDoesNotHoldUpTheEnd() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd()) {
      OpenFaasSettings usual = PlatformWorld.settings(false);
      OpenFaasPlatform platform =
          world.open(
              new OpenFaasSettings(
                  usual.runId(),
                  false,
                  usual.readyTimeout(),
                  usual.goneTimeout(),
                  Duration.ofMillis(300),
                  usual.patience(),
                  usual.watchInterval(),
                  usual.processFinder()),
              "figlet");
      platform.deploy(specs("figlet"));
      world.gateway.server().fail("/system/", r -> Fault.silent());
      long start = System.nanoTime();
      platform.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void anInterruptEndsAWaitAndStillRemovesEverything() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet")) {
      world.stubs.failFirst("figlet", Integer.MAX_VALUE);
      world.clock.atSleep(() -> Thread.currentThread().interrupt());
      assertThatThrownBy(() -> platform.deploy(specs("figlet")))
          .isInstanceOf(InterruptedException.class);
      assertThat(world.gateway.deployed()).isEmpty();
    }
  }

  private static FunctionStartException startFailure(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable deploy) {
    return catchThrowableOfType(FunctionStartException.class, deploy);
  }
}
