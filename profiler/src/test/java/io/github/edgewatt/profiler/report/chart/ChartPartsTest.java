package io.github.edgewatt.profiler.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.profiler.report.figures.State;
import io.github.edgewatt.profiler.report.figures.TimeBar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartPartsTest {

  @Nested
  class Scales {
    @ParameterizedTest
    @CsvSource({
      "50, 5, 10, 50",
      "70, 5, 20, 80",
      "3, 4, 1, 3",
      "0.07, 4, 0.02, 0.08",
      "999, 5, 200, 1000"
    })
    void haveRoundSteps(double max, int most, double step, double top) {
      assertThat(Scale.step(max, most)).isEqualTo(step, within(1e-9));
      assertThat(Scale.top(max, most)).isEqualTo(top, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "NaN", "Infinity"})
    void fallBackWhereThereIsNothingToShow(double max) {
      assertThat(Scale.top(max, 4)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"10;20;60, true", "10;61, false", "0;NaN;5, true", "NaN, false"})
    void areSharedByComparableValues(String largest, boolean shared) {
      List<Double> values = Arrays.stream(largest.split(";")).map(Double::valueOf).toList();
      assertThat(Scale.isShared(values)).isEqualTo(shared);
    }
  }

  @Nested
  class Time {
    private final Instant start = Instant.parse("2026-11-22T23:50:00Z");

    @Test
    void breaksIntoLinesThatHoldTheirBars() {
      TimeLines lines = TimeLines.of(bars(100, 30));
      assertThat(lines.lines()).hasSizeBetween(2, 24);
      for (List<TimeBar> line : lines.lines()) {
        Instant from = line.get(0).restFrom();
        assertThat(TimeLine.seconds(from, line.get(line.size() - 1).endedAt()))
            .isLessThanOrEqualTo(lines.spanSeconds());
      }
      assertThat(lines.lines().stream().mapToInt(List::size).sum()).isEqualTo(100);
    }

    @Test
    void givesNoRoomToTheNightBetweenTwoParts() {
      List<TimeBar> bars = bars(6, 30);
      bars.add(bar(start.plusSeconds(86_400), 20));
      TimeLines lines = TimeLines.of(bars);
      assertThat(lines.spanSeconds()).isLessThan(3600);
      assertThat(lines.lines().get(lines.lines().size() - 1)).hasSize(1);
    }

    @Test
    void takesMeasurementsLongerThanAnyUsualLine() {
      TimeLines lines = TimeLines.of(List.of(bar(start, 30 * 86_400)));
      assertThat(lines.spanSeconds()).isGreaterThanOrEqualTo(30 * 86_400);
      assertThat(TimeLines.of(bars(20_000, 3600)).lines().size()).isGreaterThan(1);
    }

    @Test
    void namesTheDayOnceAndAgainWhenItChanges() {
      String svg = TimeLine.of(bars(60, 30), "t");
      assertThat(count(svg, "2026-11-22 ")).isEqualTo(1);
      assertThat(count(svg, "2026-11-23 ")).isEqualTo(1);
      assertThat(count(svg, "<title>")).isEqualTo(60);
    }

    private List<TimeBar> bars(int count, int everySeconds) {
      List<TimeBar> bars = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        bars.add(bar(start.plusSeconds((long) i * everySeconds), 20));
      }
      return bars;
    }

    private TimeBar bar(Instant at, double seconds) {
      return new TimeBar("m", "env=1", at, seconds, 5, State.VALID, "");
    }
  }

  @Nested
  class Text {
    @Test
    void isEscaped() {
      assertThat(Xml.escape("<a href='x'>&\"\u0000\n"))
          .isEqualTo("&lt;a href=&#39;x&#39;&gt;&amp;&quot; \n");
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1.5", "2, 2", "100, 100", "0.001, 0", "-0.001, 0", "3.14159, 3.14"})
    void coordinatesHaveNoNeedlessDigits(double value, String expected) {
      assertThat(Svg.coordinate(value)).isEqualTo(expected);
    }

    @Test
    void logarithmsAreLabelledWithTheirNumbers() {
      PowersOfTen format = new PowersOfTen();
      assertThat(format.format(-1.0)).isEqualTo("0.1");
      assertThat(format.format(3L)).isEqualTo("1000");
    }
  }

  @Nested
  class FontProblems {
    @Test
    void areToldNotThrown() {
      assertThat(Fonts.problem(() -> {})).isEmpty();
      assertThat(
              Fonts.problem(
                  () -> {
                    throw new UnsatisfiedLinkError("libfreetype.so.6");
                  }))
          .hasValueSatisfying(text -> assertThat(text).contains("Install fontconfig"));
    }
  }

  private static long count(String text, String part) {
    return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }
}
