package io.github.edgewatt.benchmarks.steering;

import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.Traffic;
import io.github.edgewatt.scaling.policy.Outcome;
import io.github.edgewatt.scaling.policy.ScalingMemory;
import io.github.edgewatt.scaling.policy.ScalingPolicies;
import io.github.edgewatt.scaling.policy.ScalingPolicy;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * Pressures and decisions of 1,000 functions in 100 zones with 10 pods each, from an index that is
 * ready; 1,000 nodes. With {@code dense} every function, zone and zone that asks has traffic: ten
 * million figures, each read from a record.
 *
 * <p>AMD EPYC, 2 virtual cores, shared (load average 2 to 3, builds held back), OpenJDK 17: rounds
 * of two seconds after one of warm-up in one JVM, without JMH; milliseconds. Before: requests of
 * all functions sorted at once, and pairs of function and zone remembered by name.
 *
 * <pre>
 * policy    traces     least   median      CPU     before: least   median      CPU
 * pressure   20000       8.1     14.1     20.7              56.9     64.4     88.0
 * pressure  200000      40.1     52.4     86.5              90.5    103.0    159.4
 * pressure   dense     448.2    535.6   1007.5             870.1   1260.9   1215.0
 * watt       20000       8.0     11.7     15.3              81.1     91.3    111.4
 * watt      200000      40.0     44.4     83.3             115.7    128.7    145.6
 * watt       dense     307.7    439.0    868.0             874.4    880.1   1446.7
 * </pre>
 *
 * The dense cluster, with four or five rounds only, takes longer than the 200 ms that are wanted:
 * it is bound by reading ten million records and the names in them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class PressureBenchmark {
  private static final int FUNCTIONS = 1000;
  private static final int ZONES = 100;
  private static final int PODS = 10;
  private static final int NODES = 1000;
  private static final long SEED = 7;

  /** Requests, or {@code dense}: counters of every function, zone and zone that asks. */
  @Param({"20000", "200000", "dense"})
  private String traces;

  @Param({"pressure", "watt"})
  private String policy;

  private SnapshotIndex index;
  private ScalingPolicy scaling;
  private EnergyPerRequest energy;
  private ScalingMemory memory;

  /** The cluster, always the same, and the memory of one round. */
  @Setup
  public void make() {
    boolean dense = traces.equals("dense");
    Snapshot snapshot =
        SyntheticSnapshot.of(
            FUNCTIONS, ZONES, PODS, NODES, dense ? 0 : Integer.parseInt(traces), SEED);
    index = SnapshotIndex.of(dense ? withEverything(snapshot) : snapshot);
    scaling =
        ScalingPolicies.of(
            new Environment(
                Map.of(
                    "schedule_scale_opt_policy", policy,
                    "schedule_scale_opt_min_threshold", "0.1",
                    "schedule_scale_opt_max_threshold", "0.3",
                    "schedule_scale_opt_steady", "0",
                    "schedule_scale_opt_max_replicas_busy", "2000")));
    energy = new Energy();
    memory = scaling.decide(index, energy, ScalingMemory.NONE).memory();
  }

  private static Snapshot withEverything(Snapshot snapshot) {
    SnapshotIndex index = SnapshotIndex.of(snapshot);
    Random random = new Random(SEED);
    List<Traffic> all = new ArrayList<>(FUNCTIONS * ZONES * ZONES);
    for (String function : index.functions()) {
      for (String zone : index.zones()) {
        for (String origin : index.zones()) {
          all.add(
              new Traffic(function, origin, zone, random.nextDouble(), 0.1 * random.nextDouble()));
        }
      }
    }
    return new Snapshot(
        snapshot.at(),
        snapshot.lookback(),
        snapshot.nodes(),
        snapshot.pods(),
        snapshot.gateways(),
        snapshot.latencies(),
        List.of(),
        all);
  }

  /** One round. */
  @Benchmark
  public Outcome decide() {
    return scaling.decide(index, energy, memory);
  }

  /** A node has one price for all functions. */
  private static final class Energy implements EnergyPerRequest {
    private final double[] joules = new Random(SEED).doubles(NODES, 1, 10).toArray();

    @Override
    public double onNode(int function, int node) {
      return joules[node];
    }

    @Override
    public double ofPod(int pod) {
      return joules[pod % NODES];
    }
  }
}
