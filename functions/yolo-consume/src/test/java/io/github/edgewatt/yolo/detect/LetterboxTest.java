package io.github.edgewatt.yolo.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterboxTest {
  @ParameterizedTest
  @EnumSource(Fit.class)
  void pixelsComeBackFromTheModel(Fit fit) {
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      int width = 1 + random.nextInt(5000);
      int height = 1 + random.nextInt(5000);
      Letterbox at =
          Letterbox.of(fit, width, height, 32 * (1 + random.nextInt(40)), 32 + random.nextInt(900));
      double x = random.nextDouble() * width;
      double y = random.nextDouble() * height;
      assertThat(at.pictureX(at.modelX(x))).isCloseTo(x, within(1e-6));
      assertThat(at.pictureY(at.modelY(y))).isCloseTo(y, within(1e-6));
      assertThat(at.modelX(x)).isBetween(0.0, (double) at.modelWidth());
      assertThat(at.modelY(y)).isBetween(0.0, (double) at.modelHeight());
      assertThat(at.left() + at.coveredWidth()).isLessThanOrEqualTo(at.modelWidth());
      assertThat(at.top() + at.coveredHeight()).isLessThanOrEqualTo(at.modelHeight());
    }
  }

  @Test
  void liesWhereItsFamilyWantsIt() {
    assertThat(Letterbox.of(Fit.TOP_LEFT, 768, 576, 416, 416))
        .isEqualTo(new Letterbox(768, 576, 416, 416, 0, 0, 416, 312));
    assertThat(Letterbox.of(Fit.CENTRED, 768, 576, 416, 416))
        .isEqualTo(new Letterbox(768, 576, 416, 416, 0, 52, 416, 312));
    assertThat(Letterbox.of(Fit.STRETCH, 768, 576, 352, 352))
        .isEqualTo(new Letterbox(768, 576, 352, 352, 0, 0, 352, 352));
  }

  @RepeatedTest(20)
  void aConstantPictureStaysConstantAtAnySize(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int width = 1 + random.nextInt(300);
    int height = 1 + random.nextInt(300);
    byte[] samples = new byte[width * height];
    int value = random.nextInt(256);
    java.util.Arrays.fill(samples, (byte) value);
    Picture picture = Picture.grey(width, height, Plane.full(samples, 0, 1, width, width, height));
    Layout layout =
        new Layout(
            "test", Fit.STRETCH, false, 1, .5, 1, (output, into) -> assertThat(into).isNotNull());
    int[] rows = {0};

    Filling.fill(
        picture,
        Letterbox.of(Fit.STRETCH, width, height, 64, 96),
        layout,
        (plane, y, values) -> {
          rows[0]++;
          assertThat(values).hasSize(64).containsOnly(value);
        });

    assertThat(rows[0]).isEqualTo(3 * 96);
  }

  @Test
  void fillsMarginsAndTurnsColoursRound() {
    byte[] red = {(byte) 255, 0, 0};
    Picture picture =
        Picture.rgb(
            1,
            1,
            Plane.full(red, 0, 3, 3, 1, 1),
            Plane.full(red, 1, 3, 3, 1, 1),
            Plane.full(red, 2, 3, 3, 1, 1));
    Layout layout =
        new Layout(
            "test", Fit.TOP_LEFT, true, 255, .5, 1, (output, into) -> assertThat(into).isNotNull());
    float[][][] filled = new float[3][2][4];

    Filling.fill(
        picture,
        Letterbox.of(Fit.TOP_LEFT, 1, 1, 4, 2),
        layout,
        (plane, y, values) -> filled[plane][y] = values.clone());

    float margin = 114 / 255f;
    assertThat(filled[0][0]).containsExactly(0, 0, margin, margin);
    assertThat(filled[2][1]).containsExactly(1, 1, margin, margin);
  }
}
