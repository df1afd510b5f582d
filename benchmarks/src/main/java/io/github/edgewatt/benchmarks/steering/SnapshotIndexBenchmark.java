package io.github.edgewatt.benchmarks.steering;

import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
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

/** What it costs to put a snapshot into arrays: pods of 100 zones on 1,000 nodes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SnapshotIndexBenchmark {
  @Param({"100", "1000"})
  private int functions;

  @Param("10")
  private int podsPerZone;

  private Snapshot snapshot;

  /** Makes the snapshot up. */
  @Setup
  public void make() {
    snapshot = SyntheticSnapshot.of(functions, 100, podsPerZone, 1_000, 7);
  }

  @Benchmark
  public SnapshotIndex index() {
    return SnapshotIndex.of(snapshot);
  }
}
