package io.github.edgewatt.weights.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all policies, in both scopes, over made-up clusters with all kinds of holes. */
class EveryPolicyTest {
  private static final int SEEDS = 25;
  private static final int ZONES = 4;

  static Stream<PolicySettings> policies() {
    return Policies.NAMES.stream()
        .map(PolicySettings::of)
        .flatMap(one -> Stream.of(one, one.in(Scope.ZONE), one.asUpstream()));
  }

  /** Zones a to d, renamed; of which some have no gateway, no pods or no latencies. */
  private static TestCluster random(long seed, UnaryOperator<String> name) {
    Random random = new Random(seed);
    TestCluster cluster = new TestCluster();
    for (int z = 0; z < ZONES; z++) {
      String zone = name.apply("" + (char) ('a' + z));
      if (random.nextInt(5) > 0) {
        cluster.gateway(zone);
      }
      for (int n = 0; n < 3; n++) {
        String node = "n" + z + n;
        cluster.node(node, zone, 1 << n, hole(random, random.nextDouble()));
        if (random.nextInt(4) > 0) {
          cluster.latency("gw-" + zone, node, random.nextInt(3) * 20);
        }
        for (String f : List.of("f", "g")) {
          if (random.nextInt(3) > 0) {
            String pod = f + node;
            cluster.pod(pod, f, zone, node, hole(random, random.nextInt(3) * random.nextDouble()));
            cluster.joules(pod, hole(random, random.nextDouble()));
            cluster.trace(random.nextInt(20), f, zone, zone, pod, random.nextDouble());
          }
        }
      }
      if (z > 0 && random.nextInt(4) > 0) {
        String other = name.apply("" + (char) ('a' + random.nextInt(z)));
        cluster.latency("gw-" + zone, "gw-" + other, 100 * random.nextDouble());
        cluster.trace(1, "f", other, zone, "fn" + z + "0", random.nextDouble());
      }
    }
    return cluster;
  }

  private static double hole(Random random, double value) {
    return random.nextInt(6) == 0 ? Double.NaN : value;
  }

  @ParameterizedTest
  @MethodSource("policies")
  void weightsAreNeverAllNothing(PolicySettings settings) {
    for (long seed = 0; seed < SEEDS; seed++) {
      WeightRound round = random(seed, zone -> zone).weigh(settings);

      assertThat(round.problems()).isEmpty();
      for (ZoneWeights one : round.weights()) {
        assertThat(one.weights()).as("%s %d", one, seed).hasSize(one.addresses().size());
        assertThat(Arrays.stream(one.weights()).min().orElse(-1)).isNotNegative();
        assertThat(Arrays.stream(one.weights()).asLongStream().sum()).isPositive();
        assertThat(new HashSet<>(one.addresses())).hasSize(one.addresses().size());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void namesOfZonesMeanNothing(PolicySettings settings) {
    for (long seed = 0; seed < SEEDS; seed++) {
      UnaryOperator<String> other = zone -> "zone-" + (char) ('a' + 'd' - zone.charAt(0));
      WeightRound named = random(seed, zone -> zone).weigh(settings);
      WeightRound renamed = random(seed, other).weigh(settings);

      assertThat(renamed.weights()).hasSameSizeAs(named.weights());
      for (ZoneWeights one : named.weights()) {
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < one.weights().length; i++) {
          String address = one.addresses().get(i);
          boolean gateway = address.endsWith(".gw:8080");
          expected.put(
              gateway ? other.apply(address.substring(0, 1)) + ".gw:8080" : address,
              one.weights()[i]);
        }
        Map<String, Integer> found =
            TestCluster.of(renamed, one.function(), other.apply(one.zone()));
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        // Sums are taken in another order, which may move a weight by one.
        expected.forEach(
            (address, weight) -> assertThat(found.get(address)).isCloseTo(weight, within(1)));
      }
    }
  }

  /** Pod busy-NUMBER of many that are alike but for the load of their node, which rises. */
  @ParameterizedTest
  @MethodSource("policies")
  void theBusierOfTwoNeverGetsMore(PolicySettings settings) {
    for (double step : new double[] {0.01, 0.05, 0.2}) {
      TestCluster cluster = new TestCluster().gateway("z");
      for (int i = 0; i < 6; i++) {
        double used = Math.min(4, i * step * 4);
        cluster.node("n" + i, "z", 4, used / 4).latency("gw-z", "n" + i, 1);
        cluster.pod("p" + i, "f", "z", "n" + i, used).joules("p" + i, 1);
        cluster.trace(1, "f", "z", "z", "p" + i, 0.05 + used / 10);
      }
      int[] weights = cluster.weigh(settings).weights().get(0).weights();
      int last = settings.compatible() && step == 0.2 ? 4 : 5;

      assertThat(IntStream.range(0, last).allMatch(i -> weights[i] >= weights[i + 1]))
          .as("%s: %s", settings, Arrays.toString(weights))
          .isTrue();
    }
  }

  /**
   * The same pod in ever busier company: its own part of the requests never grows with its load.
   */
  @ParameterizedTest
  @MethodSource("policies")
  void aPodThatGetsBusierNeverGetsMore(PolicySettings settings) {
    double before = 1;
    for (int load = 0; load < 20; load++) {
      double others = settings.policy().equals("watt") ? 0 : load * 0.19;
      TestCluster cluster =
          new TestCluster()
              .gateway("z")
              .node("n1", "z", 4, load * 0.19 / 4)
              .node("n2", "z", 4, 0.5)
              .pod("p1", "f", "z", "n1", others)
              .pod("p2", "f", "z", "n2", 2)
              .latency("gw-z", "n1", 1)
              .latency("gw-z", "n2", 1)
              .trace(1, "f", "z", "z", "p1", 0.01 * (1 + load))
              .trace(1, "f", "z", "z", "p2", 0.05);
      int[] weights = cluster.weigh(settings).weights().get(0).weights();
      double share = (double) weights[0] / (weights[0] + weights[1]);

      assertThat(share).as("%s at load %d", settings, load).isLessThanOrEqualTo(before + 1e-9);
      before = share;
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void theSameSnapshotHasTheSameWeights(PolicySettings settings) {
    TestCluster cluster = random(7, zone -> zone);

    assertThat(cluster.weigh(settings).weights()).isEqualTo(cluster.weigh(settings).weights());
  }

  @ParameterizedTest
  @MethodSource("policies")
  void manyFunctionsAreWeighedAsFewAre(PolicySettings settings) {
    TestCluster cluster = new TestCluster();
    for (int z = 0; z < 20; z++) {
      cluster.gateway("z" + z).node("n" + z, "z" + z, 4, 0.5);
      for (int f = 0; f < 100; f++) {
        cluster.pod("p" + f + "-" + z, "f" + f, "z" + z, "n" + z, 0.01);
      }
    }
    List<ZoneWeights> weights = new ArrayList<>(cluster.weigh(settings).weights());

    assertThat(weights).hasSize(2000);
    assertThat(weights).extracting(ZoneWeights::function).isSorted();
    assertThat(weights.stream().map(one -> Arrays.toString(one.weights())).distinct()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void anEmptyClusterHasNoWeights(PolicySettings settings) {
    WeightRound round = new TestCluster().weigh(settings);

    assertThat(round.weights()).isEmpty();
    assertThat(round.problems()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void aFunctionNobodyCanReachIsNotInIt(PolicySettings settings) {
    TestCluster cluster = new TestCluster().gateway("z").node("n", "z", 1, 0);
    cluster.pod("p", "f", "z", "n", 0, "", FunctionPod.Phase.RUNNING);
    cluster.pod("q", "f", "z", "gone", 0);

    assertThat(cluster.weigh(settings).weights()).isEmpty();
  }

  @Test
  void oneBadFunctionKeepsNoOther() {
    TestCluster cluster = random(3, zone -> zone);
    EnergyPerRequest broken =
        new EnergyPerRequest() {
          @Override
          public double onNode(int function, int node) {
            return 1;
          }

          @Override
          public double ofPod(int pod) {
            if (cluster.index().pod(pod).function().equals("f")) {
              throw new IllegalStateException("no watts");
            }
            return 1;
          }
        };
    WeightRound round =
        Policies.of(PolicySettings.of("watt")).weigh(cluster.index(), broken, WeightMemory.NONE);

    assertThat(round.problems()).containsExactly("f could not be weighed: no watts");
    assertThat(round.weights()).isNotEmpty().extracting(ZoneWeights::function).containsOnly("g");
  }
}
