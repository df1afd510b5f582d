package io.github.edgewatt.scoring.score.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.cluster.CpuDemand;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.cluster.Usage;
import io.github.edgewatt.scoring.score.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrivalsTest {
  private final World world = new World();
  private final Pod asked = World.pod(World.requests(1));
  private PowerPolicy policy;

  @BeforeEach
  void start() {
    world.node("n", 1);
    policy = world.power(PowerSettings.DEFAULTS);
  }

  private double before() {
    return policy.score(asked, world.entries("n")).get(0).coresBefore();
  }

  private void pass(int seconds) {
    world.pass(Duration.ofSeconds(seconds));
    world.cluster.nodeUsage("n", new Usage(1, 1e9, world.now()));
  }

  private Pod bound(Pod.Phase phase) {
    return world.bound("n", phase, World.requests(0.8), Optional.empty());
  }

  private void run(Pod pod) {
    world.cluster.put(
        new Pod(
            pod.uid(),
            pod.namespace(),
            pod.name(),
            pod.node(),
            Pod.Phase.RUNNING,
            Map.of(),
            Map.of(),
            pod.cpu(),
            pod.firstContainer(),
            pod.owner(),
            pod.createdAt()));
  }

  @Test
  void countsAPlacedPodOnceHoweverOftenItIsAsked() {
    bound(Pod.Phase.PENDING);
    for (int i = 0; i < 5; i++) {
      assertThat(before()).isEqualTo(1.8);
    }
    assertThat(policy.score(asked, world.entries("n", "n", "n")))
        .allMatch(one -> one.coresBefore() == 1.8);
  }

  @Test
  void scoringAloneReservesNothing() {
    assertThat(before()).isEqualTo(1);
    assertThat(before()).isEqualTo(1);
  }

  @Test
  void takesWhatIsMeasuredOff() {
    Pod pod = bound(Pod.Phase.RUNNING);
    world.measured(pod, 0.3);
    assertThat(before()).isCloseTo(1.5, within(1e-12));
  }

  @Test
  void isWarmForGoodOnceItUsesHalf() {
    Pod pod = bound(Pod.Phase.RUNNING);
    world.measured(pod, 0.4);
    assertThat(before()).isEqualTo(1);
    world.measured(pod, 0);
    assertThat(before()).isEqualTo(1);
    bound(Pod.Phase.PENDING);
    assertThat(before()).isEqualTo(1.8);
  }

  @Test
  void isWarmWhenItsTimeIsOver() {
    bound(Pod.Phase.RUNNING);
    assertThat(before()).isEqualTo(1.8);
    pass(300);
    assertThat(before()).isEqualTo(1.8);
    pass(1);
    assertThat(before()).isEqualTo(1);
  }

  @Test
  void aPodThatWaitedForANodeIsColdFromWhenItIsSeenThere() {
    Pod waiting = World.pod(World.requests(0.8));
    pass(3600);
    Pod late =
        new Pod(
            "late",
            "default",
            "late",
            "n",
            Pod.Phase.PENDING,
            Map.of(),
            Map.of(),
            waiting.cpu(),
            waiting.cpu(),
            Optional.empty(),
            waiting.createdAt());
    world.cluster.put(late);
    assertThat(before()).isEqualTo(1.8);
    pass(100);
    run(late);
    assertThat(before()).isEqualTo(1.8);
    pass(201);
    assertThat(before()).isEqualTo(1);
    bound(Pod.Phase.PENDING);
    assertThat(before()).isEqualTo(1.8);
  }

  @Test
  void aPodWhoseBindingFailedOrThatIsGoneDoesNotCount() {
    Pod pod = bound(Pod.Phase.PENDING);
    assertThat(before()).isEqualTo(1.8);
    world.cluster.removePod(pod.uid());
    assertThat(before()).isEqualTo(1);
  }

  @Test
  void anOldIdlePodIsNotColdAfterOurRestart() {
    bound(Pod.Phase.RUNNING);
    pass(3600);
    assertThat(before()).isEqualTo(1);
  }

  @Test
  void metricsOfAnEarlierPodOfTheNameAreNotThisOnes() {
    Pod pod = bound(Pod.Phase.RUNNING);
    Usage old = new Usage(0.8, 1, world.now().minusSeconds(30));
    world.cluster.podUsage(pod.namespace(), pod.name(), old);
    assertThat(before()).isEqualTo(1.8);
  }

  @Test
  void metricsThatAreNoNumberAreNone() {
    Pod pod = bound(Pod.Phase.RUNNING);
    world.measured(pod, Double.NaN);
    assertThat(before()).isEqualTo(1.8);
  }

  @Test
  void thePodThatIsBeingPlacedDoesNotCountTwice() {
    Pod pod = bound(Pod.Phase.PENDING);
    assertThat(policy.score(pod, world.entries("n")).get(0).coresBefore()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(PowerMode.class)
  void eachModeCountsByItsOwnRule(PowerMode mode) {
    CpuDemand cpu = new CpuDemand(0.8, 1);
    world.bound("n", Pod.Phase.PENDING, cpu, Optional.empty());
    world.bound("n", Pod.Phase.RUNNING, cpu, Optional.empty());
    policy = world.power(PowerSettings.of(mode));
    double expected =
        switch (mode) {
          case WATTS -> 1 + 2 * 0.8;
          case WAO_V1 -> 1 + 2 * 0.85;
          case WAO_V2 -> 1 + 0.5 * 0.8;
        };
    assertThat(before()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void keepsNoPodsThatHaveLongBeenWarm() {
    Instant start = world.now();
    List<Pod> pods = List.of(bound(Pod.Phase.RUNNING), bound(Pod.Phase.RUNNING));
    Duration warmUp = Duration.ofMinutes(5);
    Arrivals young = Arrivals.of(pods, null, start.toEpochMilli(), warmUp);
    Arrivals old = Arrivals.of(pods, young, start.toEpochMilli() + 301_000, warmUp);
    assertThat(young.count()).isEqualTo(2);
    assertThat(old.count()).isZero();
  }
}
