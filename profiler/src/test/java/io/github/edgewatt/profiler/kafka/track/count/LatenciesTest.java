package io.github.edgewatt.profiler.kafka.track.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {
  @ParameterizedTest
  @CsvSource({"0,1", "50,500", "95,950", "99,990", "99.9,999", "100,1000"})
  void theNearestRank(double percent, double millis) {
    Latencies latencies = new Latencies(3);
    List<Integer> values = new ArrayList<>();
    for (int value = 1; value <= 1_000; value++) {
      values.add(value);
    }
    Collections.shuffle(values, new Random(5));
    values.forEach(latencies::add);
    assertThat(latencies.percentile(percent)).isCloseTo(millis, within(millis / 1_000));
    assertThat(latencies.count()).isEqualTo(1_000);
    assertThat(latencies.max()).isCloseTo(1_000, within(1.0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.25, 1, 3.7, 416, 12_345.678, 3_599_999})
  void keepsItsDigits(double millis) {
    Latencies three = new Latencies(3);
    Latencies two = new Latencies(2);
    three.add(millis);
    two.add(millis);
    assertThat(three.percentile(50)).isCloseTo(millis, within(millis / 1_000));
    assertThat(two.percentile(50)).isCloseTo(millis, within(millis / 100));
  }

  @Test
  void nothingMeasured() {
    Latencies latencies = new Latencies(3);
    latencies.add(Double.NaN);
    assertThat(latencies.count()).isZero();
    assertThat(latencies.percentile(50)).isNaN();
    assertThat(latencies.max()).isNaN();
  }

  @Test
  void whatCannotBeIsHeldAtTheEnds() {
    Latencies latencies = new Latencies(3);
    latencies.add(-250);
    assertThat(latencies.percentile(100)).isZero();
    latencies.add(1e12);
    latencies.add(Double.POSITIVE_INFINITY);
    assertThat(latencies.max()).isCloseTo(3_600_000, within(3_600.0));
    assertThat(latencies.count()).isEqualTo(3);
  }
}
