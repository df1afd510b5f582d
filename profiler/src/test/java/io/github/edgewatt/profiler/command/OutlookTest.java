package io.github.edgewatt.profiler.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlookTest {
  @Test
  void aBudgetSaysWhenTheRunEnds() {
    Outlook outlook = Outlook.ofBudget(900, 36);
    assertThat(outlook.count(0, 0)).isEqualTo("  0/~25");
    assertThat(outlook.count(10, 300)).isEqualTo(" 10/~30");
    assertThat(outlook.share(10, 300)).isEqualTo(300.0 / 900);
    assertThat(outlook.eta(10, 300)).isEqualTo("10m00s");
    assertThat(outlook.share(40, 950)).isEqualTo(1);
    assertThat(outlook.count(40, 950)).isEqualTo(" 40/~40");
    assertThat(outlook.eta(40, 950)).isEqualTo("0s");
  }

  @Test
  void withoutABudgetNobodyKnowsTheEnd() {
    Outlook outlook = Outlook.ofBudget(Double.POSITIVE_INFINITY, 36);
    assertThat(outlook.count(10, 300)).isEqualTo(" 10");
    assertThat(outlook.eta(10, 300)).isEqualTo("open");
    assertThat(outlook.share(10, 300)).isZero();
  }

  @Test
  void aCountSaysHowLongItTakesAtMost() {
    Outlook outlook = Outlook.ofCount(27, 10);
    assertThat(outlook.count(9, 90)).isEqualTo("  9/27");
    assertThat(outlook.share(9, 90)).isEqualTo(1.0 / 3);
    assertThat(outlook.eta(0, 0)).isEqualTo("at most 4m30s");
    assertThat(outlook.eta(9, 180)).isEqualTo("at most 6m00s");
    assertThat(outlook.eta(27, 500)).isEqualTo("at most 0s");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "-3, 0s",
    "40.4, 40s",
    "59.6, 1m00s",
    "340, 5m40s",
    "12000, 3h20m",
    "172800, 48h00m",
    "1036800, 12d"
  })
  void writesTimesForPeople(double seconds, String text) {
    assertThat(Outlook.text(seconds)).isEqualTo(text);
  }
}
