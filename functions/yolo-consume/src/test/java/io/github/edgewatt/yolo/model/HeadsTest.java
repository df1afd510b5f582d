package io.github.edgewatt.yolo.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.yolo.detect.Box;
import io.github.edgewatt.yolo.detect.Detection;
import io.github.edgewatt.yolo.graph.GraphBuilder;
import io.github.edgewatt.yolo.graph.TinyHeads;
import io.github.edgewatt.yolo.graph.TinyModel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each family's head in the real runtime: the same square, found in the same place. */
class HeadsTest {
  @TempDir Path folder;

  enum Family {
    YOLOX,
    YOLOX_OPEN,
    YOLOV5,
    YOLOV5_HALF,
    YOLOV8,
    YOLOV8_TURNED,
    FASTEST_DET;

    byte[] bytes() {
      return switch (this) {
        case YOLOX -> TinyModel.bytes(TinyHeads.SIDE);
        case YOLOX_OPEN -> TinyHeads.open();
        case YOLOV5 -> TinyHeads.yoloV5(GraphBuilder.FLOAT);
        case YOLOV5_HALF -> TinyHeads.yoloV5(GraphBuilder.FLOAT16);
        case YOLOV8 -> TinyHeads.yoloV8(false);
        case YOLOV8_TURNED -> TinyHeads.yoloV8(true);
        case FASTEST_DET -> TinyHeads.fastestDet();
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void findsTheSquaresOfAWidePicture(Family family) throws Exception {
    // Twice as wide as high: every way of fitting it in is another one.
    BufferedImage picture = Drawn.grey(256, 128);
    if (family == Family.FASTEST_DET) {
      // Stretched, a square is one where it was half as high.
      Drawn.square(picture, Color.RED, 96, 48, 48);
      Drawn.square(picture, new Color(114, 114, 114), 96, 72, 48);
      Drawn.square(picture, Color.BLUE, 0, 104, 48);
    } else {
      Drawn.square(picture, Color.RED, 96, 32, 48);
      Drawn.square(picture, Color.BLUE, 208, 80, 48);
    }
    List<Detection> found = found(family, picture);

    assertThat(found).extracting(Detection::name).containsExactlyInAnyOrder("red", "blue");
    Box red = family == Family.FASTEST_DET ? new Box(96, 48, 144, 72) : new Box(96, 32, 144, 80);
    Box blue = family == Family.FASTEST_DET ? new Box(0, 104, 48, 128) : new Box(208, 80, 256, 128);
    assertThat(found)
        .allSatisfy(
            one ->
                assertThat(one.box().overlap(one.name().equals("red") ? red : blue))
                    .as(one.toString())
                    .isGreaterThan(.95));
    assertThat(found).allSatisfy(one -> assertThat(one.score()).isGreaterThan(.9));
  }

  private List<Detection> found(Family family, BufferedImage picture) throws Exception {
    Path model = folder.resolve("squares.onnx");
    Path names = folder.resolve("names.txt");
    Files.write(model, family.bytes());
    Files.write(names, TinyModel.NAMES);
    ModelSettings settings =
        new ModelSettings(
            model.toString(),
            Optional.of(names),
            OptionalInt.of(TinyHeads.SIDE),
            1,
            OptionalDouble.of(.7),
            OptionalDouble.empty(),
            ModelSettings.MAX_PIXELS);
    try (OnnxDetector detector = OnnxDetector.open(settings)) {
      assertThat(detector.name()).isEqualTo("squares");
      assertThat(detector.dimensions()).containsExactly(1, 3, TinyHeads.SIDE, TinyHeads.SIDE);
      return detector.detect(Drawn.encoded(picture, "png")).detections();
    }
  }
}
