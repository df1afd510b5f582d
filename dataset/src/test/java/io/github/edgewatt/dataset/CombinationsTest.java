package io.github.edgewatt.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombinationsTest {

  @ParameterizedTest
  @CsvSource({"6, 3", "13, 2", "5, 5", "4, 1", "7, 4"})
  void numbersEverySubsetInListOrder(int n, int k) {
    List<Integer> all = IntStream.range(0, n).boxed().toList();
    List<List<Integer>> subsets = new ArrayList<>();
    collect(all, k, 0, new ArrayList<>(), subsets);

    assertThat(Combinations.count(n, k)).isEqualTo(subsets.size());
    for (int i = 0; i < subsets.size(); i++) {
      assertThat(Combinations.indexOf(all, subsets.get(i))).isEqualTo(i);
    }
  }

  @Test
  void countsTwentyTriplesOfSix() {
    assertThat(Combinations.count(6, 3)).isEqualTo(20);
    assertThat(Combinations.count(3, 4)).isZero();
    assertThat(Combinations.count(60, 30)).isEqualTo(118_264_581_564_861_424L);
  }

  @Test
  void refusesWhatIsNoSubsetInOrder() {
    List<String> all = List.of("a", "b", "c");
    for (List<String> wrong : List.of(List.of("b", "a"), List.of("a", "x"), List.of("a", "a"))) {
      assertThatThrownBy(() -> Combinations.indexOf(all, wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("list order");
    }
  }

  private static void collect(
      List<Integer> all, int k, int from, List<Integer> chosen, List<List<Integer>> out) {
    if (chosen.size() == k) {
      out.add(List.copyOf(chosen));
      return;
    }
    for (int i = from; i < all.size(); i++) {
      chosen.add(all.get(i));
      collect(all, k, i + 1, chosen, out);
      chosen.remove(chosen.size() - 1);
    }
  }
}
