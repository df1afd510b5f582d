package io.github.edgewatt.yolo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.yolo.detect.Box;
import io.github.edgewatt.yolo.detect.Detection;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratedModelsTest {
  @ParameterizedTest
  @CsvSource({"png, .95", "bmp, .95", "gif, .95", "jpg, .9"})
  void findsColouredSquares(String format, double least) throws Exception {
    BufferedImage picture = Drawn.grey(640, 480);
    Drawn.square(picture, Color.RED, 96, 48, 48);
    Drawn.square(picture, Color.GREEN, 320, 240, 48);
    Drawn.square(picture, Color.BLUE, 480, 336, 48);
    try (OnnxDetector detector = OnnxDetector.open(ModelSettings.of("tiny"))) {
      Detected detected = detector.detect(Drawn.encoded(picture, format));

      List<Detection> found = detected.detections();
      assertThat(found)
          .extracting(Detection::name)
          .containsExactlyInAnyOrder("red", "green", "blue");
      assertThat(of("red", found).score()).isGreaterThan(least);
      // Shrunk to half, so that a square of 48 is one of 24 in the model.
      assertThat(of("red", found).box().overlap(new Box(96, 48, 144, 96))).isGreaterThan(least);
      assertThat(of("green", found).box().overlap(new Box(320, 240, 368, 288)))
          .isGreaterThan(least);
      assertThat(of("blue", found).box().overlap(new Box(480, 336, 528, 384))).isGreaterThan(least);
      assertThat(detected.width()).isEqualTo(640);
      assertThat(detected.height()).isEqualTo(480);
    }
  }

  @Test
  void findsNothingWhereNothingIs() throws Exception {
    try (OnnxDetector detector = OnnxDetector.open(ModelSettings.of("tiny"))) {
      assertThat(detector.detect(Drawn.encoded(Drawn.grey(320, 320), "png")).detections())
          .isEmpty();
      assertThat(detector.dimensions()).containsExactly(1, 3, 320, 320);
      assertThat(detector.name()).isEqualTo("tiny");
    }
  }

  @Test
  void runsACostThatWasAskedFor() throws Exception {
    try (OnnxDetector detector = OnnxDetector.open(ModelSettings.of("synthetic:.05"))) {
      BufferedImage picture = Drawn.square(Drawn.grey(640, 640), Color.WHITE, 0, 0, 320);

      List<Detection> found = detector.detect(Drawn.encoded(picture, "png")).detections();

      assertThat(detector.name()).isEqualTo("synthetic-0.05");
      assertThat(detector.dimensions()).containsExactly(1, 3, 320, 320);
      assertThat(found).hasSizeBetween(0, 100);
      assertThat(found).allSatisfy(one -> assertThat(one.score()).isBetween(.3, 1.0));
    }
  }

  @Test
  void tellsTheTimeOfEachStep() throws Exception {
    long[] now = {0};
    try (OnnxDetector detector =
        OnnxDetector.open(ModelSettings.of("tiny"), () -> now[0] += 2_000_000 + now[0])) {
      Detected detected = detector.detect(Drawn.encoded(Drawn.grey(64, 64), "png"));

      // The clock stands at 2, 6, 14 and 30 ms.
      assertThat(detected.preMillis()).isCloseTo(4, within(1e-9));
      assertThat(detected.inferenceMillis()).isCloseTo(8, within(1e-9));
      assertThat(detected.postMillis()).isCloseTo(16, within(1e-9));
    }
  }

  private static Detection of(String name, List<Detection> found) {
    return found.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }
}
