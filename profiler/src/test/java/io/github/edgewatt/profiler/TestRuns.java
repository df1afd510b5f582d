package io.github.edgewatt.profiler;

import io.github.edgewatt.dataset.run.Machine;
import io.github.edgewatt.dataset.run.Meter;
import io.github.edgewatt.dataset.run.RunFunction;
import io.github.edgewatt.dataset.run.RunManifest;
import io.github.edgewatt.dataset.run.RunPlan;
import io.github.edgewatt.dataset.run.Tool;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Made-up runs. */
public final class TestRuns {
  public static final Instant START = Instant.parse("2026-11-22T10:15:00Z");

  private TestRuns() {}

  /** A run without a budget: 1 s windows, no warm-up. */
  public static RunPlan plan(
      String design, List<String> functions, int combine, int maxRate, int step, int repeats) {
    return new RunPlan(
        "run",
        maxRate,
        Duration.ofSeconds(1),
        functions,
        combine,
        step,
        repeats,
        design,
        null,
        "constant",
        1,
        Duration.ZERO,
        Duration.ofMillis(200),
        Duration.ofSeconds(20),
        null,
        null);
  }

  public static RunManifest manifest(RunPlan plan) {
    return new RunManifest(
        RunManifest.SCHEMA,
        RunManifest.runIdAt(START),
        List.of("run", String.valueOf(plan.maxRate()), "1s"),
        plan,
        new Tool("unknown", "unknown"),
        new Machine(2, 8L << 30, "Made-up CPU", "Linux 6.1", "Linux", "JDK 17"),
        "local",
        new Meter("none", "no powercap folder"),
        "made up",
        specs(plan.functions()).stream()
            .map(s -> RunFunction.of(s.name(), s.method(), s.path(), s.contentType(), s.body()))
            .toList(),
        List.of(),
        START,
        null,
        null);
  }

  public static List<FunctionSpec> specs(List<String> names) {
    return names.stream().map(TestRuns::spec).toList();
  }

  public static FunctionSpec spec(String name) {
    byte[] body = ("for " + name).getBytes(StandardCharsets.UTF_8);
    return new FunctionSpec(name, "POST", "/", "text/plain", body);
  }

  /** The root of the checkout. */
  public static Path home() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("functions/workloads/functions.json"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("functions/workloads/functions.json is nowhere above");
      }
    }
    return folder;
  }
}
