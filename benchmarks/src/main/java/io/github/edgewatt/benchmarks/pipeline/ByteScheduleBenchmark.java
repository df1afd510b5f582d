package io.github.edgewatt.benchmarks.pipeline;

import io.github.edgewatt.profiler.kafka.feed.ByteSchedule;
import io.github.edgewatt.profiler.kafka.feed.LoadCurve;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an image's due time costs the feeder: the eight-hour run of the testbed's papers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ByteScheduleBenchmark {
  private static final int IMAGE_BYTES = 5_200;

  @Param({"24", "800", "100000"})
  private int slices = 800;

  private ByteSchedule schedule = schedule(24);
  private int made = 24;
  private long sent;

  private static ByteSchedule schedule(int slices) {
    return new ByteSchedule(LoadCurve.dayNight(slices, 6), Duration.ofHours(8), 14e6);
  }

  @Benchmark
  public long dueNanos() {
    if (made != slices) {
      schedule = schedule(slices);
      made = slices;
    }
    long due = schedule.dueNanos(sent, IMAGE_BYTES);
    sent = due == ByteSchedule.NEVER ? 0 : sent + IMAGE_BYTES;
    return due;
  }
}
