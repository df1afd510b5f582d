package io.github.edgewatt.forecaster.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.feature.Observation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTest {
  private final List<Observation> all = Made.observations(1, 200);

  private static Map<String, Long> pairs(List<Observation> observations) {
    return observations.stream()
        .collect(Collectors.groupingBy(Observation::pair, Collectors.counting()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {.02, .3, .5})
  void aShareIsTakenOfEachPairAndAtLeastOne(double share) {
    Round round = new Round("r", all, List.of()).withShare(share, 7);
    Map<String, Long> before = pairs(all);
    Map<String, Long> after = pairs(round.train());
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach(
        (pair, count) ->
            assertThat(count).isEqualTo(Math.max(1, Math.round(share * before.get(pair)))));
    assertThat(all).containsAll(round.train());
  }

  @Test
  void theSameSeedDrawsTheSame() {
    Round round = new Round("r", all, List.of());
    assertThat(round.withShare(.3, 7)).isEqualTo(round.withShare(.3, 7));
    assertThat(round.withShare(.3, 7)).isNotEqualTo(round.withShare(.3, 8));
    assertThat(round.withShare(1, 7)).isSameAs(round);
  }

  @Test
  void nothingOfTheTestSetIsLearntFrom() {
    List<Observation> test = all.subList(0, 60);
    Round round = Round.disjoint("r", all.subList(40, 200), test);
    Set<String> asked = test.stream().map(Observation::key).collect(Collectors.toSet());
    assertThat(round.train()).isNotEmpty().noneMatch(one -> asked.contains(one.key()));
    assertThat(round.test()).isEqualTo(test);
  }

  @Test
  void calibrationIsDrawnFromItsKindOfNodeAndSpent() {
    Round round = new Round("r", List.of(), all);
    NodeType node = NodeType.ofCores(2);
    List<Observation> drawn = round.calibration(node, 5, 3);
    assertThat(drawn).hasSize(5).allMatch(one -> one.node().equals(node));
    Set<String> spent = drawn.stream().map(Observation::key).collect(Collectors.toSet());
    Round rest = round.without(drawn);
    assertThat(rest.test()).noneMatch(one -> spent.contains(one.key()));
    assertThat(rest.test().size()).isLessThanOrEqualTo(195);
    assertThat(round.calibration(node, 0, 3)).isEmpty();
  }

  @Test
  void noMoreIsDrawnThanThereIs() {
    Round round = new Round("r", List.of(), all);
    NodeType node = NodeType.ofCores(2);
    assertThat(round.calibration(node, 10_000, 3))
        .hasSize((int) all.stream().filter(one -> one.node().equals(node)).count());
    assertThat(round.calibration(NodeType.ofCores(64), 5, 3)).isEmpty();
  }
}
