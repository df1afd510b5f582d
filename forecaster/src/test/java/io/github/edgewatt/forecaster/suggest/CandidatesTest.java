package io.github.edgewatt.forecaster.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.dataset.Configuration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidatesTest {
  private static final Map<String, Integer> CAPS = Map.of("a", 200, "b", 100, "c", 40, "d", 7);

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void respectsCapsStepsAndListOrder(int combine) {
    List<Configuration> drawn = candidates(combine, 10).draw(300, 1);
    assertThat(drawn).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    for (Configuration mix : drawn) {
      assertThat(mix.functions()).hasSize(combine).isSorted();
      for (String function : mix.functions()) {
        int rate = mix.rateOf(function);
        assertThat(rate).isBetween(1, CAPS.get(function));
        assertThat(rate % 10 == 0 || rate == CAPS.get(function)).isTrue();
      }
    }
  }

  @Test
  void liesOnTheWayToTheFrontierAndALittleBeyond() {
    List<Configuration> drawn = candidates(3, 1).draw(500, 3);
    long near =
        drawn.stream()
            .mapToDouble(it -> Cases.demandPercent(it) / 160)
            .filter(share -> share > 0.25 && share < 1.3)
            .count();
    assertThat(near).isGreaterThan(450);
  }

  @Test
  void endsWhereTheSpaceIsSmall() {
    Candidates few = new Candidates(List.of("c", "d"), CAPS, 2, 40, it -> 0.5);
    assertThat(few.draw(1_000, 1)).hasSizeBetween(1, 4);
  }

  @Test
  void theSameSeedTheSameMixes() {
    assertThat(candidates(3, 10).draw(50, 9)).isEqualTo(candidates(3, 10).draw(50, 9));
    assertThat(candidates(3, 10).draw(50, 9)).isNotEqualTo(candidates(3, 10).draw(50, 10));
  }

  @Test
  void refusesToCombineMoreThanThereAre() {
    assertThatThrownBy(() -> candidates(5, 10)).hasMessage("cannot combine 5 of 4 functions");
  }

  private static Candidates candidates(int combine, int step) {
    return new Candidates(
        Cases.FUNCTIONS, CAPS, combine, step, it -> Cases.demandPercent(it) / 160);
  }
}
