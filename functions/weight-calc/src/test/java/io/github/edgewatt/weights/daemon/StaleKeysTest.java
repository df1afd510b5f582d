package io.github.edgewatt.weights.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.weights.policy.ZoneWeights;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class StaleKeysTest {
  private final StaleKeys keys = new StaleKeys(Set.of());

  private static ZoneWeights weights(String function, String zone) {
    return new ZoneWeights(function, zone, List.of("x:1"), new int[] {1});
  }

  private BiPredicate<String, String> rule(World world, boolean listed, ZoneWeights... weights) {
    return keys.of(SnapshotIndex.of(world.snapshot()), List.of(weights), true, listed);
  }

  @Test
  void nothingIsStaleWhileTheViewIsIncomplete() {
    assertThat(
            keys.of(SnapshotIndex.of(new World().snapshot()), List.of(), false, true)
                .test("f", "a"))
        .isFalse();
  }

  @Test
  void aFunctionNobodyEverSawMayHavePodsThatRedisNeverTellsOf() {
    assertThat(rule(new World(), false).test("f", "a")).isFalse();
    assertThat(rule(new World(), true).test("f", "a")).as("all pods are listed").isTrue();
  }

  @Test
  void aFunctionWhosePodsWereSeenAndWentIsStaleInEveryZone() {
    rule(new World().pod("f", "a"), false, weights("f", "a"));

    assertThat(rule(new World(), false).test("f", "a")).isTrue();
    assertThat(rule(new World(), false).test("f", "elsewhere")).isTrue();
  }

  @Test
  void aZoneWithoutTargetsIsStale() {
    BiPredicate<String, String> rule = rule(new World().pod("f", "a"), false, weights("f", "a"));

    assertThat(rule.test("f", "b")).isTrue();
    assertThat(rule.test("f", "gone")).isTrue();
  }

  @Test
  void aFunctionThatCouldNotBeWeighedKeepsItsKeys() {
    World world =
        new World().pod("bad", "a").pod("good", "a").pod("young", "a", FunctionPod.Phase.PENDING);
    BiPredicate<String, String> rule = rule(world, true, weights("good", "a"));

    assertThat(rule.test("bad", "a")).isFalse();
    assertThat(rule.test("bad", "b")).isFalse();
    assertThat(rule.test("young", "a")).isFalse();
  }

  @Test
  void aZoneWithPodsKeepsItsKeyThoughTheyCannotBeReached() {
    World world = new World().pod("f", "a").pod("f", "b", FunctionPod.Phase.PENDING);

    assertThat(rule(world, true, weights("f", "a")).test("f", "b")).isFalse();
  }

  @Test
  void zonesOfOthersAreTheirs() {
    StaleKeys mine = new StaleKeys(Set.of("a"));
    BiPredicate<String, String> rule =
        mine.of(SnapshotIndex.of(new World().snapshot()), List.of(), true, true);

    assertThat(rule.test("f", "a")).isTrue();
    assertThat(rule.test("f", "b")).isFalse();
  }
}
