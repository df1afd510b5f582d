package io.github.edgewatt.yolo.detect;

import java.nio.FloatBuffer;

/**
 * YOLOv8 and later as exported, {@code [1, 4 + classes, cells]}, or turned, {@code [1, cells, 4 +
 * classes]}.
 *
 * <p>Middle x, middle y, width, height in the model's pixels, then class scores; there is no
 * objectness: score {@code = max(class)}. Source: Ultralytics' {@code Detect} of YOLOv8.
 *
 * @param cells boxes in the output
 * @param classes classes
 * @param turned whether a box's numbers stand side by side
 */
record YoloV8Head(int cells, int classes, boolean turned) implements Head {
  @Override
  public void read(FloatBuffer output, Candidates into) {
    int step = turned ? 1 : cells;
    for (int cell = 0; cell < cells; cell++) {
      int at = turned ? cell * (4 + classes) : cell;
      int best = Rows.best(output, at + 4 * step, step, classes);
      float score = output.get(at + (4 + best) * step);
      if (score >= into.least()) {
        into.add(
            best,
            score,
            output.get(at),
            output.get(at + step),
            output.get(at + 2 * step),
            output.get(at + 3 * step));
      }
    }
  }
}
