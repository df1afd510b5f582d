package io.github.edgewatt.profiler.platform.openfaas;

import static io.github.edgewatt.profiler.platform.openfaas.PlatformWorld.specs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.edgewatt.profiler.faults.FaultLine;
import io.github.edgewatt.profiler.platform.FunctionStartException;

/** Faults of functions behind a gateway that take minutes to be told, on a clock that skips. */
public final class GatewayLongFaults {
  private static final String SKIPPED = "tried once more, then skipped with the reason";

  private GatewayLongFaults() {}

  /** Answers 5xx for ever. */
  public static FaultLine neverReady(String name) throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet")) {
      world.stubs.failFirst("figlet", Integer.MAX_VALUE);
      world.stubs.say("figlet", "no database at db:5432\n");
      return notReady(name, world, platform, "figlet is not ready after 180 s (replicas 1, avail");
    }
  }

  /** Kubernetes says 202 and cannot pull. */
  public static FaultLine acceptedOnly(String name) throws Exception {
    try (PlatformWorld world = PlatformWorld.kubernetes(1, 5);
        OpenFaasPlatform platform = world.open("figlet")) {
      world.stubs.forgetImage("example/figlet:1");
      return notReady(name, world, platform, "figlet is not ready after 180 s (replicas 1, avail");
    }
  }

  private static FaultLine notReady(
      String name, PlatformWorld world, OpenFaasPlatform platform, String says) throws Exception {
    FunctionStartException e =
        catchThrowableOfType(FunctionStartException.class, () -> platform.deploy(specs("figlet")));
    assertThat(e).hasMessageStartingWith(says);
    assertThat(world.changes("DELETE")).isNotEmpty();
    return new FaultLine(name, "warning  " + e.getMessage(), "", SKIPPED);
  }

  /** It does not come back. */
  public static FaultLine gone(String name) throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        OpenFaasPlatform platform = world.open("figlet", "env")) {
      platform.deploy(specs("figlet"));
      long before = world.clock.slept().toSeconds();
      world.gateway.goDown();
      GatewayException e =
          catchThrowableOfType(GatewayException.class, () -> platform.deploy(specs("env")));
      assertThat(e).hasMessageContaining("connection refused");
      assertThat(world.clock.slept().toSeconds() - before).isBetween(60L, 80L);
      return new FaultLine(
          name, "edgewatt: " + e.getMessage(), "1", "all finished rows; waited 75 s at most");
    }
  }
}
