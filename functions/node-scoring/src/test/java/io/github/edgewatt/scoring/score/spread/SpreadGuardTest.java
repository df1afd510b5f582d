package io.github.edgewatt.scoring.score.spread;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.NodeEntry;
import io.github.edgewatt.cluster.Owner;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.cluster.Replicas;
import io.github.edgewatt.scoring.score.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadGuardTest {
  private static final String KEY = "edgewatt.io/podspread-rate";
  private final World world = new World();
  private final SpreadGuard guard = new SpreadGuard(world.cluster, world.clock());

  private Replicas set(int wanted, String key, String rate) {
    Replicas set = new Replicas("set", "default", "web-1", wanted, Map.of(key, rate));
    world.cluster.put(set);
    return set;
  }

  private void zones(String... zones) {
    for (int i = 0; i < zones.length; i++) {
      Map<String, String> labels =
          zones[i].isEmpty() ? Map.of() : Map.of("topology.kubernetes.io/zone", zones[i]);
      world.node("n" + i, 4, 1, labels, Map.of());
    }
  }

  private void bind(Replicas set, String node) {
    world.bound(
        node,
        Pod.Phase.RUNNING,
        World.requests(0.5),
        Optional.of(new Owner("ReplicaSet", set.name(), set.uid())));
  }

  /** The nodes that pass; the last is the cheapest. */
  private List<String> pass(Pod pod, String... nodes) {
    List<NodeEntry> offered = world.entries(nodes);
    List<String> names = new ArrayList<>(List.of(nodes));
    guard
        .refused(pod, offered, some -> some.get(some.size() - 1).node().name())
        .forEach(one -> names.remove(one.node()));
    return names;
  }

  @Test
  void keepsAShareApartAndThenLetsPack() {
    Replicas set = set(6, KEY, "0.5");
    zones("a", "a", "b", "c");
    String[] all = {"n0", "n1", "n2", "n3"};
    bind(set, "n0");
    bind(set, "n2");
    assertThat(pass(World.replica("x", set), all)).containsExactly("n3");
    bind(set, "n3");
    assertThat(pass(World.replica("y", set), all)).containsExactly(all);
  }

  @Test
  void saysWhereTheReplicasAre() {
    Replicas set = set(2, KEY, "1");
    zones("a", "b");
    bind(set, "n0");
    List<Refused> refused =
        guard.refused(World.replica("x", set), world.entries("n0", "n1"), some -> "n1");
    assertThat(refused)
        .containsExactly(
            new Refused("n0", "kept apart: zone a has 1 of its replicas; this one goes to zone b"));
  }

  @Test
  void nextOnesDoNotFollowTheOneThatIsNotSeenBoundYet() {
    Replicas set = set(3, KEY, "1");
    zones("a", "b", "c");
    Set<String> used = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      List<String> one = pass(World.replica("pod" + i, set), "n0", "n1", "n2");
      assertThat(one).hasSize(1);
      used.addAll(one);
    }
    assertThat(used).hasSize(3);
  }

  @Test
  void aPodThatIsAskedAboutAgainHoldsOnePlace() {
    Replicas set = set(2, KEY, "1");
    zones("a", "b");
    for (int i = 0; i < 5; i++) {
      assertThat(pass(World.replica("same", set), "n0", "n1")).containsExactly("n1");
    }
    assertThat(pass(World.replica("other", set), "n0", "n1")).containsExactly("n0");
  }

  @Test
  void promisesEnd() {
    Replicas set = set(2, KEY, "1");
    zones("a", "b");
    assertThat(pass(World.replica("lost", set), "n0", "n1")).containsExactly("n1");
    world.pass(Promises.LIFE.plusSeconds(1));
    assertThat(pass(World.replica("next", set), "n0", "n1")).containsExactly("n1");
  }

  @Test
  void theLastToBeKeptApartMayChooseBetweenEmptyAreas() {
    Replicas set = set(4, KEY, "0.5");
    zones("a", "b", "c");
    bind(set, "n0");
    assertThat(pass(World.replica("x", set), "n0", "n1", "n2")).containsExactly("n1", "n2");
    assertThat(pass(World.replica("y", set), "n0", "n1", "n2")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    // region and zone of two nodes: what a replica on the first keeps the next from
    "r1, a, r2, b, 'n1,n3'",
    "r1, a, r1, b, 'n1,n3'",
    "'', a, '', a, 'n1,n2,n3'",
    "'', '', '', '', 'n1,n2,n3'",
    "'', a, '', '', 'n1,n2,n3'"
  })
  void choosesRegionThenZoneThenNode(
      String region0, String zone0, String region1, String zone1, String allowed) {
    Replicas set = set(2, KEY, "1");
    for (int i = 0; i < 4; i++) {
      Map<String, String> labels = new HashMap<>();
      String region = i % 2 == 0 ? region0 : region1;
      String zone = i % 2 == 0 ? zone0 : zone1;
      if (!region.isEmpty()) {
        labels.put("topology.kubernetes.io/region", region);
      }
      if (!zone.isEmpty()) {
        labels.put("topology.kubernetes.io/zone", zone);
      }
      world.node("n" + i, 4, 1, labels, Map.of());
    }
    bind(set, "n0");
    assertThat(pass(World.replica("x", set), "n0", "n1", "n2", "n3"))
        .containsExactly(allowed.split(","));
  }

  @Test
  void readsWaosOwnKeyAndThePodsBeforeTheSets() {
    Replicas set = set(2, "waok8s.github.io/podspread-rate", "1");
    zones("a", "b");
    bind(set, "n0");
    Pod replica = World.replica("x", set);
    assertThat(pass(replica, "n0", "n1")).containsExactly("n1");
    Pod own =
        new Pod(
            "y",
            "default",
            "y",
            "",
            Pod.Phase.PENDING,
            Map.of(),
            Map.of(KEY, "0"),
            replica.cpu(),
            replica.cpu(),
            replica.owner(),
            replica.createdAt());
    assertThat(pass(own, "n0", "n1")).containsExactly("n0", "n1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"half", "-0.1", "1.1", "NaN", ""})
  void aRateThatIsNoneLetsEverythingPassWithAReason(String rate) {
    Replicas set = set(4, KEY, rate);
    zones("a", "b");
    bind(set, "n0");
    assertThat(pass(World.replica("x", set), "n0", "n1")).hasSize(2);
    assertThat(guard.why(World.replica("x", set)))
        .isEqualTo("not spread: its rate is not a number from 0 to 1");
  }

  @Test
  void aPodOfNoKnownSetPassesWithAReason() {
    zones("a", "b");
    Pod alone = World.pod(World.requests(1), Map.of(), Map.of(KEY, "1"));
    assertThat(pass(alone, "n0", "n1")).hasSize(2);
    assertThat(guard.why(alone)).contains("no ReplicaSet");
    assertThat(guard.why(World.pod(World.requests(1)))).isEmpty();
    Replicas unknown = new Replicas("?", "default", "?", 2, Map.of(KEY, "1"));
    assertThat(pass(World.replica("x", unknown), "n0", "n1")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void neverRefusesAllAndKeepsTheShareAsEvenAsItCan(long seed) {
    Random random = new Random(seed);
    String[] names = {"a", "b", "c", ""};
    int nodes = 1 + random.nextInt(12);
    String[] zones = new String[nodes];
    for (int i = 0; i < nodes; i++) {
      zones[i] = names[random.nextInt(names.length)];
    }
    zones(zones);
    int wanted = 1 + random.nextInt(10);
    Replicas set = set(wanted, KEY, String.valueOf(random.nextDouble()));
    for (int i = 0; i < wanted; i++) {
      List<String> offered = new ArrayList<>();
      for (int n = 0; n < nodes; n++) {
        if (random.nextInt(4) > 0) {
          offered.add("n" + n);
        }
      }
      List<String> passed = pass(World.replica("p" + i, set), offered.toArray(String[]::new));
      assertThat(passed.isEmpty()).isEqualTo(offered.isEmpty());
      if (!passed.isEmpty() && random.nextBoolean()) {
        bind(set, passed.get(random.nextInt(passed.size())));
      }
      world.pass(Duration.ofSeconds(random.nextInt(20)));
    }
  }

  @Test
  void keepsFewPromises() {
    Promises promises = new Promises();
    for (int i = 0; i < 5_000; i++) {
      promises.add(
          "pod" + i,
          new Promises.Promise("set", Level.NODE, Optional.empty(), world.now().plusSeconds(1)));
    }
    assertThat(promises.of("set", uid -> false, world.now())).hasSize(1_000);
    assertThat(promises.of("set", uid -> true, world.now())).isEmpty();
  }
}
