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
 * <p>Milliseconds, least and median of the rounds of two seconds after one of warm-up, and CPU time
 * of a round, on two cores of an AMD EPYC (JDK 17, G1, load average 3 to 5, builds held back); all
 * in one JVM, not by JMH. Before: on the same machine in the same minutes, with pods read from
 * their records and response times remembered by name.
 *
 * <pre>
 * policy                              GLOBAL                        ZONE              before, median
 *                              least  median     CPU       least  median     CPU       GLOBAL   ZONE
 * logistic                      11.3    20.7    51.1         6.1     8.8    14.6         36.4   25.4
 * threshold                     24.7    29.8    55.4         6.8     7.8    14.9         53.3   27.3
 * least-response-time           41.4    46.6    84.5        18.7    20.5    35.2        419.8   60.9
 * smooth-least-response-time    40.4    43.4    83.0        18.4    19.7    33.6        263.0   96.5
 * round-robin                    3.2     4.0     7.5         3.0     3.3     6.6         39.1   15.4
 * watt                          48.6    54.3   100.3        26.8    32.1    53.0         85.6   44.8
 * </pre>
 *
 * <p>Since then both cores look functions of traces up, which is not in the table. What is left of
 * {@code watt} is spread: sorting pods by cost, splitting, looking traces up. Addresses are looked
 * up when they are read, which {@link #readAddresses} measures.
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
