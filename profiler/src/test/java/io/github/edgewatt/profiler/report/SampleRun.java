package io.github.edgewatt.profiler.report;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.FunctionDetail;
import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.NodeDetail;
import io.github.edgewatt.dataset.NodeRow;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.profiler.report.figures.ReportInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A made-up run that behaves like one: costs per request, noise, saturation, rests. */
public final class SampleRun {
  private static final int CORES = 2;
  private static final int WINDOW_SECONDS = 20;
  private static final Map<String, Double> CPU_MILLIS =
      Map.of(
          "figlet", 3.1, "shasum", 1.9, "env", 1.1, "curl", 4.2, "nmap", 26.0, "eat-memory", 7.5);

  private final List<MeasurementRow> rows = new ArrayList<>();
  private final List<ReportInput.Skipped> skipped = new ArrayList<>();
  private final Random random;
  private double watts = 9;
  private double meterFactor = Double.NaN;
  private String powerSource = "measured";
  private Instant clock = Instant.parse("2026-11-22T10:15:00Z");

  public SampleRun(long seed) {
    this.random = new Random(seed);
  }

  /** A run like the default one: six functions alone, a few mixes, some faults. */
  public static ReportInput realistic() {
    SampleRun run = new SampleRun(1);
    List<String> names = List.of("figlet", "shasum", "env", "curl", "nmap", "eat-memory");
    for (String name : names) {
      for (int rate : new int[] {10, 30, 50}) {
        for (int repeat = 1; repeat <= 3; repeat++) {
          run.measure(Map.of(name, rate), List.of(name), repeat);
        }
      }
    }
    run.measure(Map.of("nmap", 60), List.of("nmap"), 1);
    run.measure(Map.of("nmap", 70), List.of("nmap"), 1);
    for (int i = 0; i < 24; i++) {
      int first = i % 4;
      List<String> trio = List.of(names.get(first), names.get(first + 1), names.get(first + 2));
      run.measure(
          Map.of(
              trio.get(0), 10 * (1 + run.random.nextInt(5)),
              trio.get(1), 10 * (1 + run.random.nextInt(5)),
              trio.get(2), 10 * (1 + run.random.nextInt(5))),
          trio,
          1);
    }
    run.judge(4, new Verdict(Verdict.Kind.INVALID, List.of("sent 48.7/s of 50/s")));
    run.judge(60, new Verdict(Verdict.Kind.INVALID, List.of("send lag p99 61 ms")));
    run.judge(2, new Verdict(Verdict.Kind.VALID, List.of("rest timed out after 180 s")));
    for (int rate = 10; rate <= 50; rate += 10) {
      run.skip(
          new Configuration(List.of("env", "curl", "nmap"), List.of(rate, 50, 50)),
          "dominated by curl=50 nmap=50");
    }
    return run.input();
  }

  /** Without a power meter from here on. */
  public SampleRun withoutPower() {
    watts = Double.NaN;
    powerSource = "none";
    return this;
  }

  /** With a meter that counts functions too, {@code factor} of what their CPU share says. */
  public SampleRun withMeterOfFunctions(double factor) {
    meterFactor = factor;
    return this;
  }

  /** With power figures that are estimates from here on. */
  public SampleRun withEstimatedPower() {
    powerSource = "estimate";
    return this;
  }

  /** Adds a row; the node saturates at its cores. */
  public SampleRun measure(Map<String, Integer> rates, List<String> functions, int repeat) {
    double demand = 0;
    for (String function : functions) {
      demand += rates.get(function) * cpuMillis(function) / 10;
    }
    double saturation = Math.min(1, 0.97 * CORES * 100 / Math.max(demand, 1e-9));
    boolean overloaded = demand > 0.8 * CORES * 100;
    int rest = 3 + random.nextInt(6);
    clock = clock.plusSeconds(rest + 3);
    List<FunctionRow> parts = new ArrayList<>();
    double cpu = 0;
    for (String function : functions) {
      FunctionRow part = part(function, rates.get(function), saturation, demand, overloaded);
      parts.add(part);
      cpu += part.cpuPercent();
    }
    double idle = 2 + noise(0.4);
    NodeRow node =
        new NodeRow(
            idle,
            idle + cpu * (1.06 + noise(0.02)),
            4e9,
            4e9 + 1e8 * functions.size(),
            17,
            18,
            watts * 1e6,
            (watts + cpu / 20) * 1e6,
            rest,
            overloaded,
            new NodeDetail(
                WINDOW_SECONDS,
                6,
                watts * WINDOW_SECONDS,
                powerSource,
                "rapl",
                22,
                1010,
                4,
                false,
                overloaded ? List.of("CPU above 80 % of the cores") : List.of(),
                1000));
    Verdict verdict =
        saturation < 1
            ? new Verdict(Verdict.Kind.OVERLOAD_ONLY, List.of("node saturated"))
            : Verdict.valid();
    MeasurementRow.Kind kind =
        functions.size() == 1 ? MeasurementRow.Kind.SOLO : MeasurementRow.Kind.MIX;
    String id = String.format("m%04d", rows.size() + 1);
    rows.add(new MeasurementRow(id, kind, repeat, clock, parts, node, verdict));
    clock = clock.plusSeconds(WINDOW_SECONDS);
    return this;
  }

  /** Replaces a row's verdict. */
  public SampleRun judge(int index, Verdict verdict) {
    MeasurementRow row = rows.get(index);
    rows.set(
        index,
        new MeasurementRow(
            row.id(),
            row.kind(),
            row.repeat(),
            row.startedAt(),
            row.functions(),
            row.node(),
            verdict));
    return this;
  }

  /** Adds a skipped configuration. */
  public SampleRun skip(Configuration configuration, String reason) {
    skipped.add(new ReportInput.Skipped(configuration, reason));
    return this;
  }

  /** Lets time pass. */
  public SampleRun pause(long seconds) {
    clock = clock.plusSeconds(seconds);
    return this;
  }

  /** What a report takes. */
  public ReportInput input() {
    return new ReportInput(
        "2026-11-22T10-15-00",
        "2 cores, 24 GiB, Linux 6.1, JDK 17",
        CORES,
        "bin/profiler run 50 20s --budget 30m --seed 1",
        Double.isNaN(watts) ? "no RAPL on this machine" : "RAPL, 1 package",
        List.of(
            new ReportInput.Fact("platform", "local: one process a function"),
            new ReportInput.Fact("meter", Double.isNaN(watts) ? "none" : "rapl"),
            new ReportInput.Fact("CPU model", "Example CPU <8> & \"more\""),
            new ReportInput.Fact("doctor", "10 ok, 2 warnings: turbo on, governor unknown")),
        rows,
        skipped);
  }

  private FunctionRow part(
      String function, int rate, double saturation, double demand, boolean overloaded) {
    double millis = cpuMillis(function) * (1 + noise(0.02)) + (rate > 0 ? 1.5 / rate : 0);
    double answered = rate * saturation;
    double cpu = answered * millis / 10;
    double p50 = (0.8 + cpuMillis(function)) * (1 + demand / 400) * (saturation < 1 ? 60 : 1);
    double p99 = p50 * (2.2 + noise(0.3));
    double power = cpu / 20;
    long due = (long) rate * WINDOW_SECONDS;
    long succeeded = Math.round(due * saturation);
    FunctionDetail detail =
        new FunctionDetail(
            due,
            due,
            succeeded,
            0,
            0,
            due - succeeded,
            0,
            0,
            0,
            rate,
            p50,
            p50 * 1.5,
            p99,
            p99 * 2,
            p99 * 3,
            p50,
            p99,
            180,
            rate == 0 ? Double.NaN : millis,
            Double.isNaN(watts) || rate == 0 ? Double.NaN : power / answered,
            1,
            1,
            1.1 * (90 + 4 * cpuMillis(function)) * 1e6,
            meterFactor * power * 1e6);
    double ram = (90 + 4 * cpuMillis(function) + noise(2)) * 1e6;
    return new FunctionRow(
        function,
        rate,
        saturation,
        cpu,
        ram,
        Double.isNaN(watts) ? Double.NaN : power * 1e6,
        1,
        overloaded && saturation < 0.9,
        p50 * 1e6,
        detail);
  }

  private static double cpuMillis(String function) {
    return CPU_MILLIS.getOrDefault(function, 2.0 + Math.floorMod(function.hashCode(), 70) / 10.0);
  }

  private double noise(double deviation) {
    return random.nextGaussian() * deviation;
  }
}
