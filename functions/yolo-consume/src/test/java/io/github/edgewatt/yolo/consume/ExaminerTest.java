package io.github.edgewatt.yolo.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExaminerTest {
  private final List<Long> pauses = new ArrayList<>();
  private final FakeDetector detector = new FakeDetector();
  private final Examiner examiner = new Examiner(detector, pauses::add);

  @Test
  void aGoodImageIsLookedAtOnce() throws InterruptedException {
    assertThat(examiner.examine(FakeDetector.GOOD).detected().detections()).hasSize(1);
    assertThat(detector.asked()).isEqualTo(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void aBadOneIsNotTriedAgain() throws InterruptedException {
    assertThat(examiner.examine(FakeDetector.BAD).reason()).isEqualTo("no image");
    assertThat(detector.asked()).isEqualTo(1);
  }

  @Test
  void aRuntimeThatFailsIsTriedAgain() throws InterruptedException {
    detector.failing(2);
    assertThat(examiner.examine(FakeDetector.GOOD).detected()).isNotNull();
    assertThat(pauses).containsExactly(200L, 400L);
  }

  @Test
  void butNotForEver() throws InterruptedException {
    assertThat(examiner.examine(FakeDetector.BROKEN).reason())
        .isEqualTo("the model's runtime failed: out of order (3 times)");
    assertThat(detector.asked()).isEqualTo(3);
    assertThat(examiner.examine(FakeDetector.HUGE).reason())
        .startsWith("it takes more memory than there is");
  }

  @Test
  void nothingIsNoImage() throws InterruptedException {
    assertThat(examiner.examine(null).reason()).isEqualTo("the message is empty");
    assertThat(examiner.examine(new byte[0]).reason()).isEqualTo("the message is empty");
    assertThat(detector.asked()).isZero();
  }
}
