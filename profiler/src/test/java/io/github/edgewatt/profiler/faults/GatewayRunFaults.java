package io.github.edgewatt.profiler.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.Verdict.Kind;
import io.github.edgewatt.fixtures.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway that fails while a run is under way. */
final class GatewayRunFaults {
  private GatewayRunFaults() {}

  static List<FaultCase> cases() {
    return List.of(
        new FaultCase("gateway is slow", GatewayRunFaults::slow),
        new FaultCase("gateway drops half of the connections", GatewayRunFaults::dropping),
        new FaultCase("bursts of 502 and 429 in mid-run", GatewayRunFaults::bursts),
        new FaultCase("calls answer 429 (max_inflight)", GatewayRunFaults::maxInflight),
        new FaultCase("gateway restarts in a rest", GatewayRunFaults::restartAtRest),
        new FaultCase("gateway restarts under load", GatewayRunFaults::restartUnderLoad),
        new FaultCase("password changed in mid-run", GatewayRunFaults::rotation),
        new FaultCase("crash loop", GatewayRunFaults::crashLoop),
        new FaultCase("image cannot be pulled (faasd)", GatewayRunFaults::image),
        new FaultCase("more than 5 replicas (Community Edition)", GatewayRunFaults::replicas),
        new FaultCase("delete answers 404", GatewayRunFaults::deleteNotFound),
        new FaultCase("removal lags behind", GatewayRunFaults::lag));
  }

  private static FaultLine slow(String name, Path folder) throws Exception {
    try (FaultWorld world = FaultWorld.faasd(folder)) {
      world.gateway.server().fail("/system/", request -> Fault.slow(Duration.ofMillis(400)));
      try (FaultRun run = world.run()) {
        return run.end().wentOnWith(name, Kind.VALID, "");
      }
    }
  }

  private static FaultLine dropping(String name, Path folder) throws Exception {
    try (FaultWorld world = FaultWorld.faasd(folder);
        FaultRun run = world.run()) {
      run.afterAValidRow();
      Random random = new Random(1);
      world.gateway.server().fail("/system/", r -> random.nextBoolean() ? null : Fault.closed());
      return run.end().wentOn(name, "figlet=2 ");
    }
  }

  private static FaultLine bursts(String name, Path folder) throws Exception {
    try (FaultWorld world = FaultWorld.faasd(folder);
        FaultRun run = world.run()) {
      run.afterAValidRow();
      Random random = new Random(1);
      world
          .gateway
          .server()
          .fail(
              "/system/",
              request -> {
                int n = random.nextInt(4);
                return n < 2 ? null : Fault.status(n == 2 ? 502 : 429, "");
              });
      return run.end().wentOn(name, "figlet=2 ");
    }
  }

  private static FaultLine maxInflight(String name, Path folder) throws Exception {
    try (FaultWorld world = FaultWorld.faasd(folder)) {
      world.atLoad(
          () -> world.gateway.server().fail("/function/", request -> Fault.status(429, "")));
      try (FaultRun run = world.run()) {
        run.throughTheFault(world);
        world.gateway.server().heal("/function/");
        return run.end().wentOn(name, "(overloaded)");
      }
    }
  }

  private static FaultLine restartAtRest(String name, Path folder) throws Exception {
    try (FaultWorld world = FaultWorld.faasd(folder);
        FaultRun run = world.run()) {
      run.afterAValidRow();
      world.gateway.goDown();
      Thread.sleep(3_000);
      world.gateway.comeBack();
      return run.end().wentOn(name, "figlet=2 ");
    }
  }

  private static FaultLine restartUnderLoad(String name, Path folder) throws Exception {
    try (FaultWorld world = FaultWorld.faasd(folder)) {
      Restart restart = new Restart(world);
      world.atLoad(restart::begin);
      try (FaultRun run = world.run()) {
        run.throughTheFault(world);
        restart.join();
        FaultEnd end = run.end();
        FaultLine line =
            end.wentOnWith(name, Kind.INVALID, "calls lost their connection to the gateway");
        assertThat(end.readable().rows()).noneMatch(GatewayRunFaults::isFalselyOverloaded);
        return line;
      }
    }
  }

  private static boolean isFalselyOverloaded(MeasurementRow row) {
    return row.node().overloaded() && row.verdict().kind() != Kind.INVALID;
  }

  /** Down for two seconds. */
  private static final class Restart {
    private final Thread thread;

    Restart(FaultWorld world) {
      thread =
          new Thread(
              () -> {
                world.gateway.goDown();
                try {
                  Thread.sleep(2_000);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                world.gateway.comeBack();
              });
    }

    void begin() {
      thread.start();
    }

    void join() throws InterruptedException {
      thread.join();
    }
  }

  /** Changed under the first row's load: that row still counts. */
  private static FaultLine rotation(String name, Path folder) throws Exception {
    try (FaultWorld world = FaultWorld.faasd(folder)) {
      Fault refusal = Fault.status(401, "invalid credentials");
      world.atLoadOf("env", () -> world.gateway.server().fail("/system/", request -> refusal));
      try (FaultRun run = world.run()) {
        return run.end().ended(name, "check the password file");
      }
    }
  }

  private static FaultLine crashLoop(String name, Path folder) throws Exception {
    try (FaultWorld world = FaultWorld.faasd(folder)) {
      world.stubs.dieOf("figlet", "java.lang.NoClassDefFoundError: x\n");
      try (FaultRun run = world.run()) {
        return run.end().wentOn(name, "figlet starts and dies again");
      }
    }
  }

  private static FaultLine image(String name, Path folder) throws Exception {
    try (FaultWorld world = FaultWorld.faasd(folder)) {
      world.stubs.forgetImage("example/figlet:1");
      try (FaultRun run = world.run()) {
        return run.end().wentOn(name, "unable to pull image example/figlet:1");
      }
    }
  }

  private static FaultLine replicas(String name, Path folder) throws Exception {
    try (FaultWorld world = FaultWorld.kubernetes(folder, Duration.ZERO)) {
      world.labelled("com.openfaas.scale.min", "8");
      try (FaultRun run = world.run("--autoscale")) {
        FaultEnd end = run.end();
        assertThat(end.exit()).as("%s", end.err()).isZero();
        assertThat(end.readable().manifest().orElseThrow().findings().toString())
            .contains("stops at 5 replicas");
        assertThat(end.readable().rows())
            .allMatch(row -> row.functions().get(0).detail().replicasMax() == 5);
        return new FaultLine(
            name,
            "--autoscale: the Community Edition stops at 5 replicas (doctor)",
            "0",
            "2 valid; replicas 5");
      }
    }
  }

  private static FaultLine deleteNotFound(String name, Path folder) throws Exception {
    try (FaultWorld world = FaultWorld.faasd(folder);
        FaultRun run = world.run()) {
      run.afterAValidRow();
      AtomicInteger deletions = new AtomicInteger();
      world
          .gateway
          .server()
          .fail(
              "/system/functions",
              request -> {
                if (!request.method().equals("DELETE") || !request.header(Admin.HEADER).isEmpty()) {
                  return null;
                }
                deletions.incrementAndGet();
                removeAll(world);
                return Fault.status(404, "service not found");
              });
      FaultLine line = run.end().wentOn(name, "figlet=2 ");
      assertThat(deletions.get()).isPositive();
      return line;
    }
  }

  private static void removeAll(FaultWorld world) {
    try {
      for (String function : world.gateway.deployed()) {
        Admin.delete(world.gateway, function);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static FaultLine lag(String name, Path folder) throws Exception {
    try (FaultWorld world = FaultWorld.kubernetes(folder, Duration.ofSeconds(3));
        FaultRun run = world.run()) {
      run.afterAValidRow();
      return run.end().wentOn(name, "figlet=2 ");
    }
  }
}
