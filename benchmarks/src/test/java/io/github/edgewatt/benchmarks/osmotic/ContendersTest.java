package io.github.edgewatt.benchmarks.osmotic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import io.github.edgewatt.steering.energy.EnergyPerRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContendersTest {
  @Test
  void allLiveThroughTheFirstHoursAndAnswerAlmostAll() throws Exception {
    Parameters parameters = Worlds.parameters();
    for (Contender contender : new Contenders(parameters, 3, Map.of()).all()) {
      Day day = new Day(new World(parameters, 3, 101), contender);
      DayResult result = day.run(2 * 3600);
      assertThat((result.answered() + result.failed()) / result.asked()).isCloseTo(1, within(1e-9));
      assertThat(result.failedPercent()).as(contender.name()).isBetween(0.0, 20.0);
      assertThat(result.replicas()).as(contender.name()).isGreaterThan(3);
      assertThat(result.joules()).isGreaterThan(result.idleJoules());
    }
  }

  @Test
  void aContenderDecidesTheSameTwice() throws Exception {
    Parameters parameters = Worlds.parameters();
    DayResult[] results = new DayResult[2];
    for (int i = 0; i < results.length; i++) {
      Contender ours = new Contenders(parameters, 30, Map.of()).all().get(4);
      assertThat(ours.name()).isEqualTo(Contenders.OURS);
      results[i] = new Day(new World(parameters, 30, 102), ours).run(3600);
    }
    assertThat(results[0]).isEqualTo(results[1]);
  }

  @Test
  void whatSteersByWattsSeesAForecastThatErrs() throws Exception {
    World world = new World(Worlds.parameters(), 1, 101);
    Fleet fleet = new Fleet(world, 1);
    fleet.create(2, 0, 0);
    SnapshotIndex index =
        SnapshotIndex.of(
            new Photographer(world)
                .take(fleet, new Machines(world), List.of(), Photographer.at(0)));
    EnergyPerRequest energy = new ForecastEnergy(world.parameters(), 101).of(index);
    for (World.Machine machine : world.workers()) {
      Parameters.Kind kind = world.kind(machine);
      double line = (kind.maxWatts() - kind.idleWatts()) / (kind.cores() * kind.speed()) * 0.0355;
      double told = energy.onNode(0, index.node(machine.name()));
      assertThat(told / line).isBetween(0.5, 2.0).isNotCloseTo(1, within(1e-3));
    }
    assertThat(energy.ofPod(0)).isEqualTo(energy.onNode(0, index.nodeOf(0)));
  }

  @Test
  void readsWhatItIsAskedFor() throws Exception {
    Parameters parameters = Worlds.parameters();
    Options whole = Options.of("folder");
    assertThat(whole.kept()).isTrue();
    assertThat(whole.seedsOf(parameters))
        .hasSize(10)
        .isEqualTo(parameters.seeds().reported())
        .doesNotContainAnyElementsOf(parameters.seeds().tuning());
    Options part = Options.of("folder", "--zones", "3,30", "--tuning", "--set", "a=b=c");
    assertThat(part.zones()).isEqualTo(List.of(3, 30));
    assertThat(part.seedsOf(parameters)).containsExactly(101L, 102L, 103L);
    assertThat(part.more()).containsEntry("a", "b=c");
    assertThat(part.kept()).isFalse();
    assertThatThrownBy(() -> Options.of("folder", "--speed", "3")).hasMessageContaining("usage:");
  }
}
