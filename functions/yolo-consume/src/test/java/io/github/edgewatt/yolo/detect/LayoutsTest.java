package io.github.edgewatt.yolo.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutsTest {
  @ParameterizedTest
  @CsvSource({
    "YOLOX,      416, 1 3549 85,    80",
    "YOLOX,      640, 1 8400 85,    80",
    "YOLOX,      640, 1 8400 7,     2",
    "YOLOv5,     640, 1 25200 85,   80",
    "YOLOv5,     320, 1 6300 6,     1",
    "YOLOv8,     640, 1 84 8400,    80",
    "YOLOv8,     160, 1 84 525,     80",
    "YOLOv8,     640, 1 8400 84,    80",
    "FastestDet, 352, 1 85 22 22,   80"
  })
  void tellsFamiliesByShape(String family, int side, String shape, int classes) {
    Layout layout = of(shape, side, OptionalInt.empty()).orElseThrow();

    assertThat(layout.family()).isEqualTo(family);
    assertThat(layout.classes()).isEqualTo(classes);
  }

  @ParameterizedTest
  @CsvSource({
    "640, 1 1000", "640, 1 3 640 640", "640, 2 8400 85", "640, 1 8401 85", "640, 1 8400 5",
    "640, 1 85 23 23", "640, 1 85 20 40", "640, 1 300 6", "640, 1 3 20 20 85", "640, 1 8400 4"
  })
  void saysNothingOfOtherShapes(int side, String shape) {
    assertThat(of(shape, side, OptionalInt.empty())).isEmpty();
  }

  @Test
  void namesDecideWhereAShapeMeansTwoThings() {
    assertThat(of("1 8400 7", 640, OptionalInt.of(3)).orElseThrow().family()).isEqualTo("YOLOv8");
    assertThat(of("1 8400 7", 640, OptionalInt.of(2)).orElseThrow().family()).isEqualTo("YOLOX");
    assertThat(of("1 8400 84", 640, OptionalInt.of(79)).orElseThrow().family()).isEqualTo("YOLOX");
  }

  @Test
  void readsBackABoxWrittenForYolox() {
    Layout layout = of("1 84 7", 64, OptionalInt.empty()).orElseThrow();
    Random random = new Random(21);
    for (int i = 0; i < 300; i++) {
      int stride = Layouts.STRIDES[random.nextInt(3)];
      int across = 64 / stride;
      int column = random.nextInt(across);
      int row = random.nextInt(across);
      double x = (column + random.nextDouble()) * stride;
      double y = (row + random.nextDouble()) * stride;
      double width = 1 + 40 * random.nextDouble();
      double height = 1 + 40 * random.nextDouble();
      FloatBuffer output = FloatBuffer.allocate(84 * 7);
      int cell = (stride == 8 ? 0 : stride == 16 ? 64 : 80) + row * across + column;
      output.put(cell * 7, (float) (x / stride - column));
      output.put(cell * 7 + 1, (float) (y / stride - row));
      output.put(cell * 7 + 2, (float) Math.log(width / stride));
      output.put(cell * 7 + 3, (float) Math.log(height / stride));
      output.put(cell * 7 + 4, .8f);
      output.put(cell * 7 + 6, .5f);
      Candidates found = new Candidates(.3);

      layout.head().read(output, found);

      assertThat(found.size()).isEqualTo(1);
      assertThat(found.ofClass(0)).isEqualTo(1);
      assertThat(found.score(0)).isCloseTo(.4, within(1e-6));
      Box wanted = new Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
      assertThat(found.box(0).overlap(wanted)).isCloseTo(1, within(1e-4));
    }
  }

  private static Optional<Layout> of(String shape, int side, OptionalInt named) {
    String[] parts = shape.split(" ", -1);
    long[] dimensions = new long[parts.length];
    for (int i = 0; i < parts.length; i++) {
      dimensions[i] = Long.parseLong(parts[i]);
    }
    return Layouts.of(dimensions, side, side, named);
  }
}
