package io.github.edgewatt.scoring.score.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.power.Watts;
import io.github.edgewatt.scoring.score.World;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {
  private final World world = new World();

  private Packed pack(double cores, int replicas, String... nodes) {
    return world
        .power(PowerSettings.of(PowerMode.WAO_V1))
        .pack(World.pod(World.requests(cores)), world.entries(nodes), replicas);
  }

  /** {@code 100 + a c + b c^2} watts at c cores, by node. */
  private void curve(Map<String, double[]> curves) {
    world.model =
        question -> {
          double c = question.point().cpu() * question.point().cores();
          double[] ab = curves.get(question.source().name());
          return World.watts(100 + ab[0] * c + ab[1] * c * c);
        };
  }

  @Test
  void eachPodGoesWhereItAddsLeast() {
    world.node("a", 0);
    world.node("b", 0);
    curve(Map.of("a", new double[] {5, 1}, "b", new double[] {8, 0}));
    // a: 6, 8, 10, 12; b: 8, 8, 8, 8; equal ones to the first by name
    assertThat(pack(1, 5, "b", "a"))
        .isEqualTo(
            new Packed(
                java.util.List.of(
                    new Packed.Place("a", 6),
                    new Packed.Place("a", 8),
                    new Packed.Place("b", 8),
                    new Packed.Place("b", 8),
                    new Packed.Place("b", 8)),
                ""));
  }

  @Test
  void stopsWhereNothingMoreFits() {
    world.node("a", 1.5);
    world.node("b", 3.5);
    Packed packed = pack(1, 9, "a", "b");
    assertThat(packed.places()).hasSize(2).allMatch(one -> one.node().equals("a"));
    assertThat(packed.why()).isEqualTo("no node has room for more");
  }

  @Test
  void countsWhatIsRequestedAsASchedulerDoes() {
    world.node("idle", 0);
    world.pass(Duration.ofHours(1));
    world.node("idle", 0);
    world.bound("idle", Pod.Phase.RUNNING, World.requests(2.5), Optional.empty());
    world.cluster.nodes().forEach(entry -> entry.pods().forEach(pod -> world.measured(pod, 2)));
    assertThat(pack(1, 9, "idle").places()).hasSize(1);
  }

  @Test
  void saysOfHowManyNodesTheWattsAreNotKnown() {
    world.node("a", 0);
    world.node("b", 0);
    world.model = question -> new Watts(Double.NaN, Watts.Origin.NONE, "down");
    Packed packed = pack(1, 2, "a", "b");
    assertThat(packed.places()).isEmpty();
    assertThat(packed.why()).contains("of 2 the watts are not known");
  }

  @Test
  void doesNotMixAModelWithALine() {
    world.node("a", 0);
    world.model =
        question ->
            question.point().cpu() < 0.6
                ? World.watts(100 + question.point().cpu())
                : new Watts(1, Watts.Origin.FALLBACK, "late");
    Packed packed = pack(1, 4, "a");
    assertThat(packed.places()).hasSize(2).allMatch(one -> one.deltaWatts() > 0);
    assertThat(packed.why()).contains("of 1 the watts are not known");
  }

  @Test
  void asksForSeveralStatesAtOnceAndEndsInTime() {
    world.node("a", 1000, 0, Map.of(), Map.of());
    assertThat(pack(1, 200, "a").places()).hasSize(200);
    assertThat(world.batches).isLessThanOrEqualTo(1 + 200 / 16 + 1);
    world.model =
        question -> {
          world.pass(Duration.ofMillis(100));
          return World.watts(question.point().cpu());
        };
    Packed slow = pack(1, 200, "a");
    assertThat(slow.places()).hasSizeLessThan(60);
    assertThat(slow.why()).isEqualTo("stopped after 2000 ms");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1001})
  void refusesNumbersBeyondItsBounds(int replicas) {
    world.node("a", 0);
    assertThat(pack(1, replicas, "a"))
        .isEqualTo(new Packed(java.util.List.of(), "replicas must be from 1 to 1000"));
  }

  @Test
  void aPodThatAsksForNothingCannotBePlaced() {
    world.node("a", 0);
    assertThat(pack(0, 1, "a").why()).isEqualTo("the pod asks for no CPU");
  }

  /** Against all ways to place the pods, where each further pod on a node adds no less. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void isTheLeastTotalForConvexPower(long seed) {
    Random random = new Random(seed);
    double[][] ab = new double[3][];
    for (int i = 0; i < ab.length; i++) {
      world.node("n" + i, 6, 0, Map.of(), Map.of());
      ab[i] = new double[] {random.nextDouble() * 10, random.nextDouble() * 3};
    }
    curve(Map.of("n0", ab[0], "n1", ab[1], "n2", ab[2]));
    double least = Double.POSITIVE_INFINITY;
    for (int x = 0; x <= 6; x++) {
      for (int y = 0; x + y <= 6; y++) {
        int z = 6 - x - y;
        least = Math.min(least, watts(ab[0], x) + watts(ab[1], y) + watts(ab[2], z));
      }
    }
    double total =
        pack(1, 6, "n0", "n1", "n2").places().stream().mapToDouble(Packed.Place::deltaWatts).sum();
    assertThat(total).isCloseTo(least, org.assertj.core.api.Assertions.within(1e-9));
  }

  private static double watts(double[] ab, int cores) {
    return ab[0] * cores + ab[1] * cores * cores;
  }
}
