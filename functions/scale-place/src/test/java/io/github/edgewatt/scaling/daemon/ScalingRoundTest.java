package io.github.edgewatt.scaling.daemon;

import static io.github.edgewatt.scaling.TestPods.NOW;
import static io.github.edgewatt.scaling.TestPods.creation;
import static io.github.edgewatt.scaling.TestPods.pod;
import static io.github.edgewatt.scaling.TestPods.removal;
import static io.github.edgewatt.scaling.TestPods.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.scaling.apply.Applied;
import io.github.edgewatt.scaling.apply.Applier;
import io.github.edgewatt.scaling.apply.DryRun;
import io.github.edgewatt.scaling.apply.Orders;
import io.github.edgewatt.scaling.policy.Outcome;
import io.github.edgewatt.scaling.policy.Reading;
import io.github.edgewatt.scaling.policy.ScalingMemory;
import io.github.edgewatt.scaling.policy.ScalingPolicy;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import io.github.edgewatt.steering.loop.Leadership;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScalingRoundTest {
  private final HandClock clock = new HandClock();
  private final List<String> events = new ArrayList<>();
  private final List<SnapshotIndex> seen = new ArrayList<>();
  private final List<ScalingMemory> memories = new ArrayList<>();
  private final List<RoundResult> recorded = new ArrayList<>();
  private Optional<String> incomplete = Optional.empty();
  private Applier applier = new DryRun();
  private final Orders orders =
      new Orders(order -> applier.apply(order), Leadership.ALONE, 1, Duration.ofSeconds(20));

  @AfterEach
  void end() {
    orders.close();
  }

  @Test
  void decidesCarriesOutPublishesAndRemembers() {
    ScalingRound round = round(false);
    round.run();
    assertThat(events).startsWith("api_pressure");
    assertThat(events).containsExactly("api_pressure", "scale_schedule", "scale_schedule");
    assertThat(round.counts().created()).isEqualTo(1);
    assertThat(round.counts().removed()).isEqualTo(1);
    assertThat(recorded).hasSize(1);
    assertThat(recorded.get(0).applied()).extracting(Applied::done).containsExactly(true, true);

    clock.now = clock.now.plusSeconds(10);
    round.run();
    assertThat(memories.get(1).low()).containsEntry("resnet_50 a", NOW);
    SnapshotIndex second = seen.get(1);
    FunctionPod made = second.snapshot().pods().get(1);
    assertThat(made.name()).startsWith("resnet-50-deployment-");
    assertThat(made.zone()).isEqualTo("b");
    assertThat(made.phase()).isEqualTo(Phase.PENDING);
    assertThat(second.pod(0).phase()).isEqualTo(Phase.ENDING);
  }

  @Test
  void aDryRunExpectsNothing() {
    ScalingRound round = round(true);
    round.run();
    round.run();
    assertThat(seen.get(1).snapshot().pods()).hasSize(1);
    assertThat(seen.get(1).pod(0).phase()).isEqualTo(Phase.RUNNING);
    assertThat(events).hasSize(6);
  }

  @Test
  void decidesNothingWithoutAWholeViewAndForgetsWhatWasNotWatched() {
    ScalingRound round = round(false);
    round.run();
    incomplete = Optional.of("redis is away");
    for (int i = 0; i < 5; i++) {
      clock.now = clock.now.plusSeconds(10);
      round.run();
    }
    assertThat(seen).hasSize(1);
    assertThat(round.waiting()).contains("redis is away");
    assertThat(round.counts().skipped()).isEqualTo(5);
    incomplete = Optional.empty();
    clock.now = clock.now.plusSeconds(10);
    round.run();
    assertThat(round.waiting()).isEmpty();
    assertThat(memories.get(1).low()).isEmpty();
    assertThat(memories.get(1).changed()).containsEntry("resnet_50 b", NOW);
  }

  @Test
  void tellsOfWhatFailsAndExpectsNothingOfIt() {
    applier =
        order -> {
          throw new IllegalStateException("forbidden");
        };
    ScalingRound round = round(false);
    round.run();
    assertThat(events)
        .containsExactly("api_pressure", "scale_schedule_failed", "scale_schedule_failed");
    assertThat(round.counts().failed()).isEqualTo(2);
    round.run();
    assertThat(seen.get(1).snapshot().pods()).hasSize(1);
  }

  @Test
  void whatFailedDoesNotCountAsAChange() {
    applier =
        order -> {
          throw new IllegalStateException("forbidden");
        };
    ScalingRound round = round(false);
    round.run();
    round.run();
    assertThat(memories.get(1).changed()).isEmpty();
    assertThat(memories.get(1).low()).containsEntry("resnet_50 a", NOW);

    applier = new DryRun();
    round.run();
    clock.now = clock.now.plusSeconds(10);
    applier =
        order -> {
          throw new IllegalStateException("forbidden");
        };
    round.run();
    assertThat(memories.get(3).changed()).containsOnly(Map.entry("resnet_50 b", NOW));
    round.run();
    assertThat(memories.get(4).changed()).containsOnly(Map.entry("resnet_50 b", NOW));
  }

  private ScalingRound round(boolean dryRun) {
    RoundParts parts =
        new RoundParts(
            () -> incomplete,
            at -> snapshot(at, pod("one", "a")),
            index -> EnergyPerRequest.UNKNOWN,
            new Fixed(),
            orders,
            (at, name, value) -> events.add(name),
            recorded::add);
    return new ScalingRound(
        parts, new RoundOptions("me", Duration.ofSeconds(10), dryRun, 100), clock);
  }

  /** Makes one in b, and ends the one in a. */
  private final class Fixed implements ScalingPolicy {
    @Override
    public String name() {
      return "fixed";
    }

    @Override
    public Outcome decide(SnapshotIndex index, EnergyPerRequest energy, ScalingMemory memory) {
      seen.add(index);
      memories.add(memory);
      return new Outcome(
          List.of(creation(pod("one", "a"), "a", "b")),
          List.of(removal(pod("one", "a"))),
          List.of("no room in c"),
          List.of(new Reading("api_pressure", Map.of("node", "a-1"))),
          new ScalingMemory(
              Map.of("resnet_50 b", index.snapshot().at()),
              Map.of("resnet_50 a", index.snapshot().at())));
    }
  }

  private static final class HandClock extends Clock {
    private Instant now = NOW;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
