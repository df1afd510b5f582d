package io.github.edgewatt.scaling.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import io.github.edgewatt.scaling.placement.Replicas;
import io.github.edgewatt.scaling.pressure.Pressures;
import io.github.edgewatt.scaling.tuning.ScalingSettings;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every cluster, tried on random ones. */
class PressurePropertiesTest {
  private static final int MOST = 6;

  /** A random cluster; {@code named} names its zones. */
  private static TestCluster cluster(long seed, UnaryOperator<String> named) {
    Random random = new Random(seed);
    int zones = 2 + random.nextInt(4);
    TestCluster cluster = new TestCluster();
    for (int z = 0; z < zones; z++) {
      String zone = named.apply("zone-" + z);
      cluster.zone(zone);
      for (int n = 0; n < 2; n++) {
        cluster.worker("w" + z + n, zone, 1 + random.nextDouble(), 4 + random.nextInt(5));
      }
      for (int other = 0; other < z; other++) {
        cluster.apart(zone, named.apply("zone-" + other), 1 + 50 * random.nextDouble());
      }
    }
    for (int f = 0; f < 4; f++) {
      for (int z = 0; z < zones; z++) {
        String zone = named.apply("zone-" + z);
        int pods = random.nextInt(3);
        for (int i = 0; i < pods; i++) {
          cluster.pod("fn" + f, zone, "w" + z + i % 2, random.nextDouble());
        }
        for (int x = 0; pods > 0 && x < zones; x++) {
          String origin = named.apply("zone-" + x);
          int count = random.nextInt(20);
          cluster.asked("fn" + f, origin, zone, count, 10 + 60 * random.nextDouble());
        }
      }
    }
    return cluster;
  }

  private static ScalingSettings settings(String policy) {
    Map<String, String> all = new HashMap<>();
    all.put("schedule_scale_opt_policy", policy);
    all.put("schedule_scale_opt_min_threshold", "0.1");
    all.put("schedule_scale_opt_max_threshold", "0.3");
    all.put("schedule_scale_opt_max_replicas_busy", String.valueOf(MOST));
    for (int f = 0; f < 4; f++) {
      all.put("schedule_scale_opt_latency_requirement_fn" + f, "80");
    }
    return ScalingSettings.of(new Environment(all));
  }

  private static EnergyPerRequest energy(SnapshotIndex index) {
    return new EnergyPerRequest() {
      @Override
      public double onNode(int function, int node) {
        int code = index.snapshot().nodes().get(node).name().hashCode();
        return code % 7 == 0 ? Double.NaN : 1 + Math.floorMod(code * 31, 97) / 10.0;
      }

      @Override
      public double ofPod(int pod) {
        return onNode(0, index.nodeOf(pod));
      }
    };
  }

  @ParameterizedTest
  @CsvSource({"pressure, 0", "pressure, 100", "watt, 200", "watt, 300"})
  void constantInputComesToRestAndNoLimitIsBroken(String policy, long first) {
    ScalingPolicy scaling = ScalingPolicies.of(settings(policy));
    long acted = 0;
    for (long seed = first; seed < first + 25; seed++) {
      TestCluster cluster = cluster(seed, name -> name);
      ScalingMemory memory = ScalingMemory.NONE;
      Map<String, Integer> turns = new HashMap<>();
      Map<String, Boolean> last = new HashMap<>();
      int quiet = 0;
      for (int round = 0; round < 120; round++) {
        SnapshotIndex index = cluster.index();
        Map<String, Long> before = count(cluster);
        Outcome outcome = scaling.decide(index, energy(index), memory);
        memory = outcome.memory();
        Set<String> created = new HashSet<>();
        outcome.creations().forEach(one -> created.add(one.function() + " " + one.zone()));
        for (Removal one : outcome.removals()) {
          String key = one.pod().function() + " " + one.pod().zone();
          assertThat(created).as("zero sum").doesNotContain(key);
          turn(turns, last, key, false);
        }
        created.forEach(key -> turn(turns, last, key, true));
        cluster.apply(outcome);
        limits(cluster, before);
        boolean still = outcome.creations().isEmpty() && outcome.removals().isEmpty();
        acted += still ? 0 : 1;
        quiet = still ? quiet + 1 : 0;
        cluster.later(15);
      }
      assertThat(quiet).as("rounds at rest at the end, seed " + seed).isGreaterThan(20);
      // New replicas bring CPU means down, and with them calls end: watts may turn once more.
      int most = policy.equals("watt") ? 2 : 1;
      turns.forEach((key, count) -> assertThat(count).as(key).isLessThanOrEqualTo(most));
    }
    assertThat(acted).as("rounds in which something was done").isGreaterThan(50);
  }

  private static void turn(
      Map<String, Integer> turns, Map<String, Boolean> last, String key, boolean up) {
    Boolean before = last.put(key, up);
    if (before != null && before != up) {
      turns.merge(key, 1, Integer::sum);
    }
  }

  private static Map<String, Long> count(TestCluster cluster) {
    return cluster.pods().stream()
        .collect(Collectors.groupingBy(FunctionPod::function, Collectors.counting()));
  }

  private static void limits(TestCluster cluster, Map<String, Long> before) {
    Map<String, Long> after = count(cluster);
    before.forEach(
        (function, had) ->
            assertThat(after.getOrDefault(function, 0L))
                .as(function)
                .isBetween(1L, Math.max(had, MOST)));
    for (ZoneNode node : cluster.nodes()) {
      if (node.worker()) {
        Resources asked = cluster.requested(node);
        assertThat(asked.pods()).as(node.name()).isLessThanOrEqualTo(node.allocatable().pods());
        assertThat(asked.cores()).isLessThanOrEqualTo(node.allocatable().cores() + 1e-9);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pressure", "watt", "hpa", "hlpa"})
  void namesOfZonesDecideNothing(String policy) {
    ScalingPolicy scaling = ScalingPolicies.of(settings(policy));
    UnaryOperator<String> turned = name -> "z" + (9 - Integer.parseInt(name.substring(5)));
    int decided = 0;
    for (long seed = 0; seed < 40; seed++) {
      SnapshotIndex plain = cluster(seed, name -> name).index();
      SnapshotIndex other = cluster(seed, turned).index();
      Set<String> expected =
          texts(scaling.decide(plain, energy(plain), ScalingMemory.NONE), turned);
      Set<String> actual =
          texts(scaling.decide(other, energy(other), ScalingMemory.NONE), name -> name);
      assertThat(actual).as("seed " + seed).isEqualTo(expected);
      decided += expected.size();
    }
    assertThat(decided).isGreaterThan(20);
  }

  private static Set<String> texts(Outcome outcome, UnaryOperator<String> named) {
    Set<String> texts = new HashSet<>();
    outcome
        .creations()
        .forEach(
            one ->
                texts.add(
                    one.function() + named.apply(one.zone()) + one.node() + (float) one.value()));
    outcome.removals().forEach(one -> texts.add("-" + one.pod().name()));
    return texts;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void moreLoadIsNeverLessPressure(long seed) {
    Random random = new Random(seed);
    double before = 0;
    double cpu = random.nextDouble() / 2;
    int count = 1 + random.nextInt(20);
    double millis = 5 + 20 * random.nextDouble();
    for (int step = 0; step < 20; step++) {
      TestCluster cluster =
          new TestCluster()
              .zone("zone-a")
              .zone("zone-b")
              .worker("a1", "zone-a", 2, 10)
              .apart("zone-a", "zone-b", 20)
              .pod("fn", "zone-a", "a1", cpu)
              .asked("fn", "zone-a", "zone-a", 15, 30)
              .asked("fn", "zone-b", "zone-a", count, millis);
      SnapshotIndex index = cluster.index();
      Pressures pressures =
          Pressures.of(index, settings("pressure").formula(), Replicas.of(index).cpuCores());
      double now = pressures.value(pressures.demand().row(0, 0, 1));
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
      switch (step % 3) {
        case 0 -> cpu += random.nextDouble() / 10;
        case 1 -> count += random.nextInt(4);
        default -> millis += 10 * random.nextDouble();
      }
    }
    assertThat(before).isPositive();
  }
}
