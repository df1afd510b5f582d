package io.github.edgewatt.profiler.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentSizeTest {

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  private static Span span(Random random) {
    long start = 1_700_000_000L + random.nextInt(100_000);
    long step = 1L + random.nextInt(60);
    return new Span(start, start + random.nextInt(2_000_000), step);
  }

  private static List<Long> instants(List<Segment> segments) {
    List<Long> instants = new ArrayList<>();
    for (Segment one : segments) {
      for (long at = one.start(); at <= one.end(); at += one.step()) {
        instants.add(at);
      }
    }
    return instants;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void segmentsAreTheGridAndShareNothing(int seed) {
    Random random = new Random(seed);
    Span span = span(random);
    SegmentSize size = new SegmentSize(1 + random.nextInt(20_000));
    List<Segment> segments = size.cut(span);
    List<Long> grid =
        LongStream.rangeClosed(0, (span.end() - span.start()) / span.step())
            .mapToObj(i -> span.start() + i * span.step())
            .toList();
    assertThat(instants(segments)).isEqualTo(grid).hasSize((int) span.points());
    assertThat(segments).allMatch(one -> one.points() <= Math.min(11_000, size.points()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsMissingAndWhatIsHeldAreTheSegment(int seed) {
    Random random = new Random(seed);
    long step = 1L + random.nextInt(30);
    Segment whole = new Segment(1_000, 1_000 + step * (1 + random.nextInt(500)), step);
    List<Segment> held = new ArrayList<>();
    for (Segment piece : pieces(whole, random)) {
      if (random.nextBoolean()) {
        held.add(piece);
      }
    }
    List<Segment> missing = whole.without(held);
    List<Segment> both = new ArrayList<>(held);
    both.addAll(missing);
    both.sort(java.util.Comparator.comparingLong(Segment::start));
    assertThat(instants(both)).isEqualTo(instants(List.of(whole)));
  }

  private static List<Segment> pieces(Segment whole, Random random) {
    if (whole.points() < 4 || random.nextInt(4) == 0) {
      return List.of(whole);
    }
    List<Segment> pieces = new ArrayList<>();
    whole.halves().forEach(half -> pieces.addAll(pieces(half, random)));
    return pieces;
  }

  @Test
  void halvesAreTheSegment() {
    Segment segment = new Segment(100, 130, 10);
    assertThat(segment.halves())
        .containsExactly(new Segment(100, 110, 10), new Segment(120, 130, 10));
    assertThat(new Segment(100, 100, 10).halves()).isEmpty();
  }

  @Test
  void theEndBelongsToIt() {
    assertThat(new SegmentSize(2).cut(new Span(0, 20, 5)))
        .containsExactly(new Segment(0, 5, 5), new Segment(10, 15, 5), new Segment(20, 20, 5));
  }

  @ParameterizedTest
  @CsvSource({"2000, 5, 2000", "20000, 5, 11000", "3600s, 5, 720", "3s, 5, 1", "1, 1, 1"})
  void countsPointsOrSeconds(String text, long step, long points) {
    assertThat(SegmentSize.parse(text, step).points()).isEqualTo(points);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "s", "2h", "", "9999999999", "2000 s"})
  void refusesWhatIsNoSize(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SegmentSize.parse(text, 5))
        .withMessageStartingWith("--segment_size is '" + text + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "100-130.json, true",
    "100-131.json, false",
    "130-100.json, false",
    ".100-130.json.part, false",
    "extract.json, false",
    "a-b.json, false"
  })
  void knowsItsFiles(String name, boolean known) {
    assertThat(Segment.ofFile(name, 10).isPresent()).isEqualTo(known);
  }

  @Test
  void refusesSpansThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Span(10, 9, 1))
        .withMessageContaining("before --start");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Span(10, 19, 0))
        .withMessageContaining("--sampling");
    assertThatIllegalArgumentException().isThrownBy(() -> new Span(-1, 19, 1));
  }
}
