package io.github.edgewatt.benchmarks.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What recording one latency costs, bare and under the lock that pacer and reactor share.
 *
 * <p>AMD EPYC, 2 virtual cores, OpenJDK 17.0.15, one fork:
 *
 * <pre>{@code
 * Benchmark                           (schedule)  Mode  Cnt   Score   Error  Units
 * HistogramBenchmark.record                  N/A  avgt    5   7.359 ± 0.268  ns/op
 * HistogramBenchmark.recordUnderLock         N/A  avgt    5   8.779 ± 0.796  ns/op
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HistogramBenchmark {
  private final Histogram histogram = new Histogram(1_000, 60_000_000_000L, 3);
  private long nanos = 1_000_000;

  /** A latency between 1 and 3 ms, another one each time. */
  private long next() {
    nanos = 1_000_000 + (nanos * 31 + 17) % 2_000_000;
    return nanos;
  }

  @Benchmark
  public void record() {
    histogram.recordValue(next());
  }

  @Benchmark
  public void recordUnderLock() {
    synchronized (histogram) {
      histogram.recordValue(next());
    }
  }
}
