package io.github.edgewatt.benchmarks.rules;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.forecaster.profile.DemandCurve;
import io.github.edgewatt.profiler.energy.EnergyShare;
import io.github.edgewatt.profiler.measure.CounterSeries;
import io.github.edgewatt.profiler.measure.WindowFigure;
import io.github.edgewatt.profiler.overload.OverloadRule;
import io.github.edgewatt.profiler.overload.OverloadRule.FunctionLoad;
import io.github.edgewatt.profiler.overload.VerdictRule;
import io.github.edgewatt.profiler.overload.WindowQuality;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The pure rules that every row passes through.
 *
 * <p>AMD EPYC, 2 virtual cores, OpenJDK 17.0.15, one fork:
 *
 * <pre>{@code
 * Benchmark                     Mode  Cnt     Score    Error  Units
 * RulesBenchmark.counterWindow  avgt    5  1444.050 ± 14.792  ns/op
 * RulesBenchmark.demandCurve    avgt    5    14.832 ±  0.433  ns/op
 * RulesBenchmark.dominance      avgt    5    15.569 ±  0.467  ns/op
 * RulesBenchmark.energyShare    avgt    5    61.558 ±  3.416  ns/op
 * RulesBenchmark.overloadRule   avgt    5  2464.960 ± 98.346  ns/op
 * RulesBenchmark.verdictRule    avgt    5     6.217 ±  0.221  ns/op
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RulesBenchmark {
  private static final long SAMPLE_NANOS = 200_000_000L;
  private static final int SAMPLES = 3_600;

  private final CounterSeries counter = new CounterSeries(SAMPLES);
  private final List<FunctionLoad> loads =
      List.of(
          new FunctionLoad("figlet", 1, 1, 1, false),
          new FunctionLoad("nmap", 0.93, 1, 1, false),
          new FunctionLoad("curl", 0.85, 1, 1, false));
  private final WindowQuality quality =
      new WindowQuality(
          3_000, 3_000, 0, 150, 180, 4, 3, 5, 120, 0, 128, 2, true, "", "", false, List.of(),
          false);
  private final Map<String, Double> cpuSeconds = Map.of("figlet", 1.2, "nmap", 21.0, "curl", 3.4);
  private final DemandCurve curve =
      DemandCurve.through(Map.of(12, 0.9, 25, 1.8, 50, 3.7, 100, 7.1, 200, 14.0));
  private final Configuration mix =
      new Configuration(List.of("figlet", "nmap", "curl"), List.of(50, 20, 30));
  private final Configuration overloaded =
      new Configuration(List.of("figlet", "nmap", "curl"), List.of(40, 20, 10));

  /** Twelve minutes of samples, as the host meter keeps them. */
  @Setup
  public void sample() {
    for (int i = 0; i < SAMPLES; i++) {
      counter.append(i * SAMPLE_NANOS, i * 0.31);
    }
  }

  /** The increase over a window of 20 s whose ends lie between samples. */
  @Benchmark
  public WindowFigure counterWindow() {
    return counter.delta(50 * SAMPLE_NANOS + 7, 150 * SAMPLE_NANOS + 11);
  }

  @Benchmark
  public List<String> overloadRule() {
    return OverloadRule.node(loads, 171, 2, 44);
  }

  @Benchmark
  public Verdict verdictRule() {
    return VerdictRule.judge(quality);
  }

  @Benchmark
  public Map<String, Double> energyShare() {
    return EnergyShare.split(900, 21, 20, cpuSeconds, 0.6);
  }

  @Benchmark
  public double demandCurve() {
    return curve.at(77);
  }

  @Benchmark
  public boolean dominance() {
    return mix.atLeast(overloaded);
  }
}
