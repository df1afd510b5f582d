package io.github.edgewatt.profiler.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.dataset.Configuration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {
  @Test
  void ratesGoDownFromTheMaximum() {
    assertThat(Grid.rates(50, 10, 0)).containsExactly(0, 10, 20, 30, 40, 50);
    assertThat(Grid.rates(55, 10, 0)).containsExactly(5, 15, 25, 35, 45, 55);
    assertThat(Grid.rates(5, 10, 0)).containsExactly(5);
    assertThat(Grid.rates(Integer.MAX_VALUE, 1 << 30, 0)).hasSize(2);
  }

  @Test
  void soloRatesAreUpstreamsAtItsDefaults() {
    assertThat(Grid.soloRates(plan(200, 10)))
        .containsExactly(20, 40, 60, 80, 100, 120, 140, 160, 180, 200);
    assertThat(Grid.soloRates(plan(50, 10))).containsExactly(30, 50);
    assertThat(Grid.soloRates(plan(5, 10))).containsExactly(5);
  }

  @Test
  void combinationsStandInListOrder() {
    assertThat(Grid.combinations(List.of("a", "b", "c", "d"), 3))
        .containsExactly(
            List.of("a", "b", "c"),
            List.of("a", "b", "d"),
            List.of("a", "c", "d"),
            List.of("b", "c", "d"));
  }

  @ParameterizedTest
  @CsvSource({"6,3,20", "6,1,6", "6,6,1", "60,30,118264581564861424"})
  void combinationCountNeedsNoList(int n, int k, String expected) {
    assertThat(Grid.combinationCount(n, k)).hasToString(expected);
  }

  @Test
  void upstreamsGridHas9261ConfigurationsATriple() {
    DesignPlan plan = new DesignPlan(List.of("a", "b", "c", "d", "e", "f"), 3, 200, 10, 3, 1);
    assertThat(Grid.configurationCount(plan)).hasToString("9261");
    assertThat(Grid.combinationCount(6, 3)).hasToString("20");
  }

  @Test
  void theLastFunctionRunsFastest() {
    Iterator<Configuration> walk = Grid.configurations(List.of("a", "b"), List.of(0, 10));
    List<List<Integer>> rates = new ArrayList<>();
    walk.forEachRemaining(configuration -> rates.add(configuration.rates()));
    assertThat(rates)
        .containsExactly(List.of(0, 0), List.of(0, 10), List.of(10, 0), List.of(10, 10));
    assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
  }

  private static DesignPlan plan(int maxRate, int step) {
    return new DesignPlan(List.of("a"), 1, maxRate, step, 3, 1);
  }
}
