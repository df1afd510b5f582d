package io.github.edgewatt.benchmarks.steering;

import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import io.github.edgewatt.weights.policy.Policies;
import io.github.edgewatt.weights.policy.PolicySettings;
import io.github.edgewatt.weights.policy.WeightMemory;
import io.github.edgewatt.weights.policy.WeightPolicy;
import io.github.edgewatt.weights.policy.WeightRound;
import java.util.Map;
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
 * The logistic weights by arrays beside the same by maps of objects, in global scope. With 100
 * functions on two cores that many builds shared: 104 to 135 ms and 5,356 to 7,158 ms, about one to
 * fifty; the figures themselves are those of a crowded machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class PlainWeightsBenchmark {
  @Param({"100"})
  private int functions;

  private SnapshotIndex index;
  private PlainWeights plain;
  private WeightPolicy policy;

  /** Makes a cluster up. */
  @Setup
  public void make() {
    Snapshot snapshot = SyntheticSnapshot.of(functions, 100, 10, 1_000, 7);
    index = SnapshotIndex.of(snapshot);
    plain = new PlainWeights(snapshot);
    policy = Policies.of(PolicySettings.of("logistic"));
  }

  @Benchmark
  public WeightRound arrays() {
    return policy.weigh(index, EnergyPerRequest.UNKNOWN, WeightMemory.NONE);
  }

  @Benchmark
  public Map<String, Map<String, Map<String, Integer>>> maps() {
    return plain.weigh();
  }
}
