package io.github.edgewatt.profiler.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.report.figures.State;
import io.github.edgewatt.profiler.report.figures.TimeBar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TimeLineTest {
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

  private static long count(String text, String part) {
    return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }
}
