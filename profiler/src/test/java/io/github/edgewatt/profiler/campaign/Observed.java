package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.profiler.TestRuns;
import io.github.edgewatt.profiler.design.Step;
import io.github.edgewatt.profiler.load.LoadResult;
import io.github.edgewatt.profiler.load.TargetResult;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.measure.WindowReading.FunctionUsage;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Observations of one measurement, and the rows they make. */
final class Observed {
  static final RowAssembler ASSEMBLER = assembler(0);

  static RowAssembler assembler(double mostCpuMillisPerCall) {
    return new RowAssembler(
        new RowAssembler.NodeFacts(2, true, false, mostCpuMillisPerCall, false, "rapl"));
  }

  static Histogram millis(double... values) {
    Histogram histogram = new Histogram(5);
    for (double value : values) {
      histogram.recordValue((long) (value * 1e6));
    }
    return histogram;
  }

  static Histogram hundred(double value) {
    Histogram histogram = new Histogram(5);
    histogram.recordValueWithCount((long) (value * 1e6), 100);
    return histogram;
  }

  static TargetResult target(
      String name,
      long due,
      long sent,
      long ok,
      long dropped,
      Histogram answered,
      Histogram failed) {
    long[] classes = {0, 0, ok, 0, 0, 0};
    return new TargetResult(
        name, due, sent, classes, 0, 0, dropped, 0, 0, answered, answered, failed, millis(0.1));
  }

  static WindowReading reading(
      double cpuPercent, double joules, String source, Map<String, FunctionUsage> functions) {
    return new WindowReading(
        10, cpuPercent, 20, 2e9, 25, joules, source, functions, 30, 200, 200, List.of(), "");
  }

  static FunctionUsage usage(double cpuSeconds) {
    return new FunctionUsage(cpuSeconds, 9e7, 9.5e7, 1, 1, 1, Double.NaN);
  }

  static MeasurementRow row(
      Configuration configuration, WindowReading reading, TargetResult... targets) {
    return row(configuration, reading, "", targets);
  }

  static MeasurementRow row(
      Configuration configuration, WindowReading reading, String failure, TargetResult... targets) {
    return row(ASSEMBLER, configuration, reading, failure, targets);
  }

  static MeasurementRow row(
      RowAssembler assembler,
      Configuration configuration,
      WindowReading reading,
      String failure,
      TargetResult... targets) {
    double idleJoules = reading.powerSource().equals("none") ? Double.NaN : 100;
    WindowReading idle =
        new WindowReading(
            10,
            2,
            0,
            1e9,
            12,
            idleJoules,
            reading.powerSource(),
            Map.of(),
            30,
            200,
            200,
            List.of(),
            "");
    Kind kind = configuration.functions().size() == 1 ? Kind.SOLO : Kind.MIX;
    return assembler.assemble(
        new RowAssembler.Observation(
            "m0001",
            new Step.Measure(kind, configuration, 1),
            TestRuns.START,
            new Rest.Outcome(idle, 7.4, false),
            new LoadResult(0, 10_000_000_000L, List.of(targets), 2_000_000),
            reading,
            failure));
  }

  private Observed() {}
}
