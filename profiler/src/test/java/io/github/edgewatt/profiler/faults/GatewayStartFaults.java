package io.github.edgewatt.profiler.faults;

import io.github.edgewatt.fixtures.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A gateway that is not fit when a run begins: one line, and nothing is written. */
final class GatewayStartFaults {
  private GatewayStartFaults() {}

  static List<FaultCase> cases() {
    return List.of(
        new FaultCase("gateway refuses connections", GatewayStartFaults::refused),
        answering("gateway is silent", Fault.silent(), "did not answer GET /system/info within"),
        answering("gateway cuts its answer", Fault.truncated(), "ended the connection in the"),
        answering("gateway's answer has no end", Fault.oversized(), "more than 8 MiB: not read"),
        answering("gateway sends a web page", Fault.html(), "with a web page: a proxy or a login"),
        answering("gateway answers 429", Fault.status(429, "slow down"), "answers 429 to GET"),
        answering("gateway answers 502", Fault.status(502, ""), "answers 502 to GET"),
        new FaultCase("gateway refuses the password (401)", GatewayStartFaults::password),
        new FaultCase("a 16th function (Community Edition)", GatewayStartFaults::sixteenth));
  }

  private static FaultCase answering(String name, Fault fault, String says) {
    return new FaultCase(
        name,
        (title, folder) -> {
          try (FaultWorld world = FaultWorld.faasd(folder)) {
            world.gateway.server().fail("/system/", request -> fault);
            return refused(title, world, 1, says);
          }
        });
  }

  private static FaultLine refused(String name, FaultWorld world, int exit, String says)
      throws IOException, InterruptedException {
    try (FaultRun run = world.run()) {
      return run.end().refused(name, exit, says);
    }
  }

  private static FaultLine refused(String name, Path folder)
      throws IOException, InterruptedException {
    try (FaultWorld world = FaultWorld.faasd(folder)) {
      world.gateway.goDown();
      return refused(name, world, 1, "connection refused");
    }
  }

  private static FaultLine password(String name, Path folder)
      throws IOException, InterruptedException {
    try (FaultWorld world = FaultWorld.faasd(folder)) {
      Files.writeString(world.password, "yesterdays");
      return refused(name, world, 1, "check the password file");
    }
  }

  private static FaultLine sixteenth(String name, Path folder) throws Exception {
    try (FaultWorld world = FaultWorld.kubernetes(folder, java.time.Duration.ZERO)) {
      for (int i = 0; i < 15; i++) {
        Admin.deploy(world.gateway, "theirs-" + i);
      }
      return refused(name, world, 2, "15 functions are deployed already and this run needs 1 more");
    }
  }
}
