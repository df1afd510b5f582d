package io.github.edgewatt.benchmarks.osmotic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
  private final List<DayResult> upstream =
      List.of(day("upstream", 1, 100), day("upstream", 2, 400));
  private final List<DayResult> ours = List.of(day("ours", 1, 50), day("ours", 2, 300));

  @Test
  void comparesSeedBySeedAndNotMeanByMean() {
    Spread more = Spread.more(ours, upstream, DayResult::p95Millis);
    assertThat(more.mean()).isCloseTo(-37.5, within(1e-9));
    assertThat(more.least()).isCloseTo(-50, within(1e-9));
    assertThat(more.most()).isCloseTo(-25, within(1e-9));
    assertThat(more.signed()).isEqualTo("-38 (-50..-25)");
    assertThatThrownBy(() -> Spread.more(List.of(ours.get(1)), upstream, DayResult::p95Millis))
        .hasMessageContaining("do not pair");
  }

  @Test
  void figuresOfADayAreItsShares() {
    DayResult day = day("ours", 1, 50);
    assertThat(day.failedPercent()).isCloseTo(10, within(1e-9));
    assertThat(day.joulesPerRequest()).isCloseTo(4, within(1e-9));
    assertThat(day.addedJoulesPerRequest()).isCloseTo(1, within(1e-9));
    assertThat(day.kilowattHours()).isCloseTo(0.001, within(1e-9));
  }

  @Test
  void showsEveryContenderAndEveryDay(@TempDir Path folder) throws Exception {
    Tables tables = new Tables(List.of(upstream.get(0), upstream.get(1), ours.get(0), ours.get(1)));
    assertThat(tables.contenders()).containsExactly("upstream", "ours");
    assertThat(tables.figures()).contains("| 3 | ours | 2 | 25.0 (25.0..25.0) | 175 (50..300) |");
    assertThat(tables.beside("upstream")).contains("-38 (-50..-25)").doesNotContain("| upstream |");
    new Report(tables, "cost", "live").write(folder);
    assertThat(Files.readString(folder.resolve("zones-3.svg")))
        .startsWith("<svg")
        .contains("Days over 3 zones", "upstream");
    assertThat(Files.readString(folder.resolve("results.md"))).contains("cost; live.");
  }

  @Test
  void daysAreReadAsTheyWereWritten(@TempDir Path folder) throws Exception {
    DayFile file = new DayFile(folder.resolve("days.csv"));
    assertThat(file.read()).isEmpty();
    file.begin();
    file.add(ours.get(0));
    file.add(upstream.get(1));
    Files.writeString(folder.resolve("days.csv"), "3,ours,2", StandardOpenOption.APPEND);
    assertThat(file.read()).containsExactly(ours.get(0), upstream.get(1));
    file.write(ours);
    assertThat(file.read()).isEqualTo(ours);
  }

  private static DayResult day(String contender, long seed, double p95Millis) {
    return new DayResult(
        contender, 3, seed, 1000, 100, 900, 25, p95Millis, 2 * p95Millis, 9, 48, 3600, 2700, 0);
  }
}
