package io.github.edgewatt.scoring.score.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "10, 40, ''",
        "-, 40, no label cpu1/min",
        "10, -, no label cpu1/max",
        "-, -, no label cpu1/min",
        "40, 40, label cpu1/max is not above cpu1/min",
        "50, 40, label cpu1/max is not above cpu1/min",
        "warm, 40, label cpu1/min or /max is no number",
        "10, NaN, label cpu1/min or /max is no number",
        "10, Infinity, label cpu1/min or /max is no number",
      })
  void saysWhyLabelsAreNoRange(String min, String max, String why) {
    Map<String, String> labels = new HashMap<>();
    labels.computeIfAbsent("cpu1/min", key -> min);
    labels.computeIfAbsent("cpu1/max", key -> max);
    Range range = Range.of(labels, "cpu1");
    assertThat(range.why()).isEqualTo(why);
    assertThat(range.absent()).isEqualTo(min == null && max == null);
  }

  @Test
  void aNodeWithoutLabelsOfASecondProcessorHasOneSocket() {
    Map<String, String> one = Map.of("cpu1/min", "20", "cpu1/max", "100");
    assertThat(Ranges.of(one).singleSocket()).isTrue();
    assertThat(Ranges.of(Map.of()).singleSocket()).isFalse();
    Map<String, String> half = new HashMap<>(one);
    half.put("cpu2/min", "20");
    assertThat(Ranges.of(half).singleSocket()).isFalse();
  }
}
