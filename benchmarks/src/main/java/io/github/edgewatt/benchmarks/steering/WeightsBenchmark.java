package io.github.edgewatt.benchmarks.steering;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import io.github.edgewatt.weights.policy.Policies;
import io.github.edgewatt.weights.policy.PolicySettings;
import io.github.edgewatt.weights.policy.WeightMemory;
import io.github.edgewatt.weights.policy.WeightPolicy;
import io.github.edgewatt.weights.policy.WeightRound;
import io.github.edgewatt.weights.policy.ZoneWeights;
import java.util.Random;
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
 * What a round of weights costs: 1,000 functions x 100 zones x 10 pods (a million pods; in global
 * scope 10.9 million weights), from a ready index, with 100,000 traces.
 *
 * <p>Milliseconds, least and most of three seconds, on two cores of an AMD EPYC (JDK 17, G1) that
 * were <em>not</em> quiet: other builds ran beside it, so that the least is the better guess.
 *
 * <pre>
 * policy                          GLOBAL       ZONE
 * logistic                       47 -  59    33 -  63
 * threshold                      83 - 118    50 -  57
 * least-response-time           376 - 687    56 -  73
 * smooth-least-response-time    233 - 258    50 -  56
 * round-robin                    25 -  29    27 -  43
 * watt                           91           65      least of 30 rounds, 98 and 72 ms of CPU
 * </pre>
 *
 * <p>Response times in global scope are slow for what they remember: here a figure for each of
 * 100,000 pairs of zone and target, by name. Addresses are put together when they are read, which
 * {@link #readAddresses} measures.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class WeightsBenchmark {
  @Param({"1000"})
  private int functions;

  @Param({"100000"})
  private int traces;

  @Param({
    "logistic",
    "threshold",
    "least-response-time",
    "smooth-least-response-time",
    "round-robin",
    "watt"
  })
  private String policy;

  @Param({"GLOBAL", "ZONE"})
  private String scope;

  private SnapshotIndex index;
  private EnergyPerRequest energy;
  private WeightPolicy weights;
  private WeightRound before;

  /** Makes a cluster up, and a round before the one that is measured. */
  @Setup
  public void make() {
    index = SnapshotIndex.of(SyntheticSnapshot.of(functions, 100, 10, 1_000, traces, 7));
    energy = energy(index);
    weights =
        Policies.of(
            PolicySettings.of(policy).in(io.github.edgewatt.weights.policy.Scope.valueOf(scope)));
    before = weights.weigh(index, energy, WeightMemory.NONE);
  }

  /** One round. */
  @Benchmark
  public WeightRound weigh() {
    return weights.weigh(index, energy, before.memory());
  }

  /** Reads every address of a round, as who publishes all of them would. */
  @Benchmark
  public long readAddresses() {
    long characters = 0;
    for (ZoneWeights one : before.weights()) {
      for (String address : one.addresses()) {
        characters += address.length();
      }
    }
    return characters;
  }

  private static EnergyPerRequest energy(SnapshotIndex index) {
    Random random = new Random(3);
    double[] joules = random.doubles(index.podCount(), 0.5, 3).toArray();
    return new EnergyPerRequest() {
      @Override
      public double onNode(int function, int node) {
        return Double.NaN;
      }

      @Override
      public double ofPod(int pod) {
        return joules[pod];
      }
    };
  }
}
