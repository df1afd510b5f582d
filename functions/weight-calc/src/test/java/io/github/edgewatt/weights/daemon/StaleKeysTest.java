package io.github.edgewatt.weights.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.weights.etcd.KeyRule;
import io.github.edgewatt.weights.policy.ZoneWeights;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StaleKeysTest {
  private final StaleKeys keys = new StaleKeys(Set.of());

  private static ZoneWeights weights(String function, String zone) {
    return new ZoneWeights(function, zone, List.of("x:1"), new int[] {1});
  }

  private KeyRule rule(World world, boolean listed, ZoneWeights... weights) {
    return keys.of(SnapshotIndex.of(world.snapshot()), List.of(weights), true, listed);
  }

  @Test
  void nothingIsStaleWhileTheViewIsIncomplete() {
    assertThat(
            keys.of(SnapshotIndex.of(new World().snapshot()), List.of(), false, true)
                .stale("f", "a"))
        .isFalse();
  }

  @Test
  void aFunctionNobodyEverSawMayHavePodsThatRedisNeverTellsOf() {
    assertThat(rule(new World(), false).stale("f", "a")).isFalse();
    assertThat(rule(new World(), true).stale("f", "a")).as("all pods are listed").isTrue();
  }

  @Test
  void aFunctionWhosePodsWereSeenAndWentIsStaleInEveryZone() {
    rule(new World().pod("f", "a"), false, weights("f", "a"));

    assertThat(rule(new World(), false).stale("f", "a")).isTrue();
    assertThat(rule(new World(), false).stale("f", "elsewhere")).isTrue();
  }

  @Test
  void aZoneWithoutTargetsIsStale() {
    KeyRule rule = rule(new World().pod("f", "a"), false, weights("f", "a"));

    assertThat(rule.stale("f", "b")).isTrue();
    assertThat(rule.stale("f", "gone")).isTrue();
  }

  @Test
  void aFunctionThatCouldNotBeWeighedKeepsItsKeys() {
    World world =
        new World().pod("bad", "a").pod("good", "a").pod("young", "a", FunctionPod.Phase.PENDING);
    KeyRule rule = rule(world, true, weights("good", "a"));

    assertThat(rule.stale("bad", "a")).isFalse();
    assertThat(rule.stale("bad", "b")).isFalse();
    assertThat(rule.stale("young", "a")).isFalse();
  }

  @Test
  void aZoneWithPodsKeepsItsKeyThoughTheyCannotBeReached() {
    World world = new World().pod("f", "a").pod("f", "b", FunctionPod.Phase.PENDING);

    assertThat(rule(world, true, weights("f", "a")).stale("f", "b")).isFalse();
  }

  @Test
  void nobodyTouchesAKeyWithTargetsThatThisProcessNeverSaw() {
    World world = new World().pod("f", "a");
    FunctionPod pod = world.snapshot().pods().get(0);
    String seen = pod.address() + ":" + pod.port();
    KeyRule rule = rule(world, false, weights("f", "a"));

    assertThat(rule.known(List.of("10.9.9.9:8080"))).as("a pod from before a restart").isFalse();
    assertThat(rule.known(List.of(seen, "10.9.9.9:8080"))).isFalse();
    assertThat(rule.known(List.of(seen, "gw-a:8080"))).isTrue();
    assertThat(rule(new World(), false).known(List.of(seen))).as("seen, and gone").isTrue();
    assertThat(rule(new World(), true).known(List.of("10.9.9.9:8080"))).as("listed").isTrue();
  }

  @Test
  void zonesOfOthersAreTheirs() {
    StaleKeys mine = new StaleKeys(Set.of("a"));
    KeyRule rule = mine.of(SnapshotIndex.of(new World().snapshot()), List.of(), true, true);

    assertThat(rule.stale("f", "a")).isTrue();
    assertThat(rule.stale("f", "b")).isFalse();
  }
}
