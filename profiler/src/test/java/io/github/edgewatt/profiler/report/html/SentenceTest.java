package io.github.edgewatt.profiler.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.report.figures.Summary;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTest {

  @Test
  void saysWhatWasMeasuredOnWhatAndHowMuchOfItCounts() {
    assertThat(Sentence.of(summary(24, 22, 1, 6, 4), "2 cores"))
        .isEqualTo(
            "Measured 6 functions alone and 8 mixes (4 combinations) on 2 cores: 22 of 24"
                + " measurements valid, 1 overload-only, 1 invalid; 3 configurations skipped.");
  }

  @Test
  void leavesOutWhatThereIsNot() {
    assertThat(Sentence.of(summary(1, 1, 0, 1, 0), ""))
        .isEqualTo(
            "Measured 1 function alone: the one measurement is valid; 3 configurations skipped.");
    assertThat(Sentence.of(summary(5, 5, 0, 0, 1), "a node"))
        .startsWith("Measured 8 mixes (1 combination) on a node: all 5 measurements are valid");
    assertThat(Sentence.of(summary(0, 0, 0, 0, 0), "a node"))
        .isEqualTo("Nothing was measured on a node; 3 configurations skipped.");
  }

  private static Summary summary(int rows, int valid, int overloadOnly, int solo, int mixes) {
    int invalid = rows - valid - overloadOnly;
    return new Summary(rows, valid, overloadOnly, invalid, solo, mixes, 8, 3, List.of(), List.of());
  }
}
