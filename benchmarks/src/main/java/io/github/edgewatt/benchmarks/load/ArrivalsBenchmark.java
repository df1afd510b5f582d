package io.github.edgewatt.benchmarks.load;

import io.github.edgewatt.profiler.load.Arrivals;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the next due time costs the pacer.
 *
 * <p>AMD EPYC, 2 virtual cores, OpenJDK 17.0.15, one fork:
 *
 * <pre>{@code
 * Benchmark                           (schedule)  Mode  Cnt   Score   Error  Units
 * ArrivalsBenchmark.nextNanos           constant  avgt    5   6.071 ± 0.340  ns/op
 * ArrivalsBenchmark.nextNanos            poisson  avgt    5  19.210 ± 6.532  ns/op
 * ArrivalsBenchmark.nextNanos               ramp  avgt    5   4.520 ± 0.503  ns/op
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ArrivalsBenchmark {
  @Param({"constant", "poisson", "ramp"})
  private String schedule = "constant";

  private Arrivals.Cursor cursor = Arrivals.none().cursor();

  /** Begins the schedule. */
  @Setup
  public void begin() {
    Arrivals arrivals =
        switch (schedule) {
          case "constant" -> Arrivals.constant(333.333);
          case "poisson" -> Arrivals.poisson(500, 1);
          default -> Arrivals.ramp(0, 1000, Duration.ofHours(10));
        };
    cursor = arrivals.cursor();
  }

  @Benchmark
  public long nextNanos() {
    return cursor.nextNanos();
  }
}
