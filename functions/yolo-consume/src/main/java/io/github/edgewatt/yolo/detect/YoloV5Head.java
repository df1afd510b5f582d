package io.github.edgewatt.yolo.detect;

import java.nio.FloatBuffer;

/**
 * YOLOv5 as exported, decoded: {@code [1, 3 cells, 5 + classes]}.
 *
 * <p>A row is middle x, middle y, width, height in the model's pixels, objectness, class scores;
 * score {@code = objectness * max(class)}. Source: YOLOv5's {@code Detect} and {@code
 * non_max_suppression}.
 */
record YoloV5Head(int rows, int classes) implements Head {
  @Override
  public void read(FloatBuffer output, Candidates into) {
    for (int i = 0, row = 0; i < rows; i++, row += 5 + classes) {
      float object = output.get(row + 4);
      if (object >= into.least()) {
        int best = Rows.best(output, row + 5, 1, classes);
        into.add(
            best,
            (double) object * output.get(row + 5 + best),
            output.get(row),
            output.get(row + 1),
            output.get(row + 2),
            output.get(row + 3));
      }
    }
  }
}
