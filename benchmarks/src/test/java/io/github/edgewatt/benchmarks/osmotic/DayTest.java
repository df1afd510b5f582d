package io.github.edgewatt.benchmarks.osmotic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayTest {
  private static final double THREE_HOURS = 3 * 3600;

  @ParameterizedTest
  @CsvSource({"3, 1", "3, 2", "30, 3"})
  void requestsAreAnsweredOrFailAndNoneVanishes(int zones, long seed) throws Exception {
    DayResult result = day(zones, seed).run(THREE_HOURS);
    assertThat(result.asked()).isPositive();
    assertThat(result.failed()).isNotNegative();
    assertThat((result.answered() + result.failed()) / result.asked()).isCloseTo(1, within(1e-9));
  }

  @Test
  void theSameSeedGivesTheSameDayAndAnotherAnother() throws Exception {
    DayResult first = day(3, 7).run(THREE_HOURS);
    assertThat(day(3, 7).run(THREE_HOURS)).isEqualTo(first);
    assertThat(day(3, 8).run(THREE_HOURS).joules()).isNotEqualTo(first.joules());
  }

  @Test
  void countsReplicasAndWhatWasDoneToThem() throws Exception {
    DayResult result = day(3, 1).run(3600);
    // 50 minutes after the warm-up, a round each 15 s with three pods made or ended.
    assertThat(result.actions()).isEqualTo(3 * (50 * 4 + 1));
    // Two of the three zones keep their pods, the first one has them half of the time.
    assertThat(result.replicas()).isCloseTo(7.5, within(0.1));
    assertThat(result.p50Millis()).isBetween(10.0, 200.0);
    assertThat(result.p99Millis()).isGreaterThan(result.p95Millis());
  }

  @Test
  void neverTakesLessThanRestNorMoreThanAllMachinesAtFullUse() throws Exception {
    World world = new World(Worlds.parameters(), 3, 1);
    double most = 0;
    for (World.Machine machine : world.workers()) {
      most += world.kind(machine).maxWatts();
    }
    for (World.Machine machine : world.gatewayMachines()) {
      most += world.kind(machine).maxWatts();
    }
    DayResult result = day(3, 1).run(THREE_HOURS);
    double seconds = THREE_HOURS - 600;
    assertThat(result.joules()).isBetween(result.idleJoules(), most * seconds);
    assertThat(result.joules()).isGreaterThan(result.idleJoules());
  }

  private static Day day(int zones, long seed) throws Exception {
    World world = new World(Worlds.parameters(), zones, seed);
    return new Day(world, new Contender("test", Worlds.even(), Worlds.restless()));
  }
}
