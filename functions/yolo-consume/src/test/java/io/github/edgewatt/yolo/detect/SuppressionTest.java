package io.github.edgewatt.yolo.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionTest {
  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final Letterbox PLAIN = Letterbox.of(Fit.STRETCH, 100, 100, 100, 100);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatStaysStaysAgain(long seed) {
    List<Detection> once = Suppression.detections(random(300, seed), .45, PLAIN, NAMES);
    Candidates again = new Candidates(0);
    once.forEach(
        one -> {
          Box box = one.box();
          again.add(
              NAMES.indexOf(one.name()),
              one.score(),
              (box.left() + box.right()) / 2,
              (box.top() + box.bottom()) / 2,
              box.right() - box.left(),
              box.bottom() - box.top());
        });

    List<Detection> twice = Suppression.detections(again, .45, PLAIN, NAMES);

    assertThat(twice)
        .extracting(Detection::score)
        .isEqualTo(once.stream().map(Detection::score).toList());
    assertThat(once).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    for (Detection one : once) {
      assertThat(once)
          .noneMatch(
              other ->
                  !other.equals(one)
                      && other.name().equals(one.name())
                      && other.box().overlap(one.box()) > .45 + 1e-9);
    }
  }

  @Test
  void dependsOnNothingButTheOutput() {
    assertThat(Suppression.detections(random(500, 9), .45, PLAIN, NAMES))
        .isEqualTo(Suppression.detections(random(500, 9), .45, PLAIN, NAMES));
  }

  @Test
  void keepsBoxesOfOtherClassesAndTheBestOfOne() {
    Candidates candidates = new Candidates(.3);
    candidates.add(0, .5, 50, 50, 20, 20);
    candidates.add(0, .9, 51, 50, 20, 20);
    candidates.add(1, .4, 50, 50, 20, 20);
    candidates.add(1, .29, 10, 10, 4, 4);

    List<Detection> found = Suppression.detections(candidates, .45, PLAIN, NAMES);

    assertThat(found)
        .containsExactly(
            new Detection("a", .9, new Box(41, 40, 61, 60)),
            new Detection("b", .4, new Box(40, 40, 60, 60)));
  }

  @Test
  void keepsNoMoreThanAThousand() {
    Candidates candidates = new Candidates(0);
    IntStream.range(0, 1500).forEach(i -> candidates.add(0, i / 1500.0, 10 * i, 5, 2, 2));

    List<Detection> found = Suppression.detections(candidates, .45, PLAIN, NAMES);

    assertThat(found).hasSize(Suppression.MOST);
    assertThat(found.get(0).score()).isEqualTo(1499 / 1500.0);
  }

  @Test
  void leavesOutWhatIsNoBox() {
    Candidates candidates = new Candidates(.1);
    candidates.add(0, Double.NaN, 1, 1, 1, 1);
    candidates.add(0, .5, Double.POSITIVE_INFINITY, 1, 1, 1);
    candidates.add(0, .5, 1, 1, -1, 1);
    candidates.add(0, .5, 1, 1, 1, Double.NaN);

    assertThat(candidates.size()).isZero();
  }

  @Test
  void overlapIsTheSameBothWaysAndAtMostOne() {
    Random random = new Random(12);
    for (int i = 0; i < 1000; i++) {
      Box one = box(random);
      Box other = box(random);
      assertThat(one.overlap(other)).isEqualTo(other.overlap(one)).isBetween(0.0, 1.0);
      assertThat(one.overlap(one)).isEqualTo(1);
    }
  }

  private static Candidates random(int count, long seed) {
    Random random = new Random(seed);
    Candidates candidates = new Candidates(.1);
    for (int i = 0; i < count; i++) {
      candidates.add(
          random.nextInt(3),
          Math.round(random.nextDouble() * 50) / 50.0,
          random.nextInt(100),
          random.nextInt(100),
          4 + random.nextInt(30),
          4 + random.nextInt(30));
    }
    return candidates;
  }

  private static Box box(Random random) {
    double left = random.nextInt(50);
    double top = random.nextInt(50);
    return new Box(left, top, left + 1 + random.nextInt(40), top + 1 + random.nextInt(40));
  }
}
