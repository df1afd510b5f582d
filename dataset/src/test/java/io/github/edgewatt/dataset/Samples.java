package io.github.edgewatt.dataset;

import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.run.Finding;
import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.dataset.run.JournalEntry.Baseline;
import io.github.edgewatt.dataset.run.JournalEntry.Measured;
import io.github.edgewatt.dataset.run.JournalEntry.Note;
import io.github.edgewatt.dataset.run.JournalEntry.SessionEnded;
import io.github.edgewatt.dataset.run.JournalEntry.SessionStarted;
import io.github.edgewatt.dataset.run.JournalEntry.Skipped;
import io.github.edgewatt.dataset.run.Machine;
import io.github.edgewatt.dataset.run.Meter;
import io.github.edgewatt.dataset.run.RunFunction;
import io.github.edgewatt.dataset.run.RunManifest;
import io.github.edgewatt.dataset.run.RunPlan;
import io.github.edgewatt.dataset.run.Tool;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Made-up runs and rows. */
public final class Samples {
  public static final Instant START = Instant.parse("2026-11-22T10:15:00.250Z");
  public static final List<String> FUNCTIONS = List.of("figlet", "shasum", "env", "eat-memory");

  private Samples() {}

  public static RunPlan plan(List<String> functions, int combine) {
    return new RunPlan(
        "run",
        50,
        Duration.ofSeconds(20),
        functions,
        combine,
        10,
        3,
        "adaptive",
        Duration.ofMinutes(15),
        "constant",
        1,
        Duration.ofSeconds(8),
        Duration.ofMillis(2500),
        Duration.ofSeconds(180),
        null,
        null);
  }

  public static RunManifest manifest() {
    return manifest(plan(FUNCTIONS, 3));
  }

  public static RunManifest manifest(RunPlan plan) {
    List<RunFunction> functions = new ArrayList<>();
    for (String name : plan.functions()) {
      byte[] body = ("hello " + name + " \"ü\"\n").getBytes(StandardCharsets.UTF_8);
      functions.add(RunFunction.of(name, "POST", "/", "text/plain", body));
    }
    return new RunManifest(
        RunManifest.SCHEMA,
        RunManifest.runIdAt(START),
        List.of("run", "50", "20s", "--seed", "1"),
        plan,
        new Tool("0.1.0", "abc1234"),
        new Machine(2, 25_769_803_776L, "Made-up CPU @ 2.00GHz", "6.1.0", "Linux", "17.0.1"),
        "local",
        new Meter("none", "no powercap folder"),
        "host: /proc/stat",
        functions,
        List.of(
            new Finding("cores", Finding.Status.OK, "2 cores", ""),
            new Finding("turbo", Finding.Status.WARN, "turbo is on", "switch it off")),
        START,
        null,
        null);
  }

  /** A row with every figure different, and power absent. */
  public static MeasurementRow row(String id, Kind kind, int repeat, Configuration asked) {
    List<FunctionRow> parts = new ArrayList<>();
    for (int i = 0; i < asked.functions().size(); i++) {
      int rate = asked.rates().get(i);
      double base = rate + i;
      parts.add(
          new FunctionRow(
              asked.functions().get(i),
              rate,
              rate == 0 ? 1 : 0.9995,
              base + 0.1236,
              (base + 1) * 1_048_576,
              Double.NaN,
              1,
              false,
              rate == 0 ? 0 : 2_345_678.4,
              detail(rate, base)));
    }
    return new MeasurementRow(
        id, kind, repeat, START.plusSeconds(60), parts, node(asked), Verdict.valid());
  }

  private static FunctionDetail detail(int rate, double base) {
    return new FunctionDetail(
        rate * 20L,
        Math.max(0, rate * 20L - 1),
        Math.max(0, rate * 20L - 2),
        1,
        2,
        3,
        4,
        5,
        6,
        rate * 0.999,
        base + 0.5,
        base + 0.9,
        base + 0.99,
        base + 0.999,
        base + 1,
        base + 0.25,
        base + 0.75,
        35.5,
        rate == 0 ? Double.NaN : 1.9375,
        Double.NaN,
        1,
        1,
        (base + 2) * 1_048_576,
        Double.NaN);
  }

  private static NodeRow node(Configuration asked) {
    double sum = asked.rates().stream().mapToInt(Integer::intValue).sum();
    NodeDetail detail =
        new NodeDetail(
            20.0005, 7.25, Double.NaN, "none", "none", 41, 501.5, 3.75, false, List.of(), 200);
    return new NodeRow(
        4.5,
        sum + 4.75,
        1.5e9,
        1.6e9 + sum,
        12.3456,
        13.0005,
        Double.NaN,
        Double.NaN,
        11,
        false,
        detail);
  }

  public static MeasurementRow with(MeasurementRow row, Verdict verdict) {
    return new MeasurementRow(
        row.id(), row.kind(), row.repeat(), row.startedAt(), row.functions(), row.node(), verdict);
  }

  public static Configuration mix(int first, int second, int third) {
    return new Configuration(FUNCTIONS.subList(0, 3), List.of(first, second, third));
  }

  /** One event of every kind and a row of every verdict. */
  public static List<JournalEntry> events() {
    Verdict starved = new Verdict(Verdict.Kind.OVERLOAD_ONLY, List.of("drops, 12 %", "cpu 95 %"));
    Verdict late = new Verdict(Verdict.Kind.INVALID, List.of("sent 48.7/s of 50"));
    return List.of(
        new SessionStarted(START, List.of("run", "50"), new Tool("0.1.0", "abc1234")),
        new Baseline(START.plusSeconds(9), List.of("figlet"), 3.5, 1.5e9, 12.25, Double.NaN),
        new Measured(row("m0001", Kind.SOLO, 1, Configuration.solo("figlet", 50)), 31.5),
        new Measured(
            with(row("m0002", Kind.SOLO, 2, Configuration.solo("figlet", 50)), late), 60.25),
        new Measured(row("m0003", Kind.MIX, 1, mix(10, 0, 50)), 90),
        new Measured(with(row("m0004", Kind.MIX, 1, mix(50, 50, 50)), starved), 121),
        new Skipped(mix(50, 50, 60), "dominated by figlet=50, shasum=50, env=50"),
        new Skipped(Configuration.solo("env", 40), "the budget ended"),
        new Note(START.plusSeconds(130), "nmap exited with 137"),
        new SessionEnded(START.plusSeconds(131), "finished", 121.5));
  }
}
