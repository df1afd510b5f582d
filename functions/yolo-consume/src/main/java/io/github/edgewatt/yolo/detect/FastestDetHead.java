package io.github.edgewatt.yolo.detect;

import java.nio.FloatBuffer;

/**
 * FastestDet, {@code [1, 5 + classes, h, w]}.
 *
 * <p>Planes: objectness, four of the box, classes. For the cell in column x, row y: {@code cx = (x
 * + tanh(b0)) / w}, {@code cy = (y + tanh(b1)) / h}, width {@code sigmoid(b2)}, height {@code
 * sigmoid(b3)}, all shares of the picture; score {@code = objectness^0.6 * max(class)^0.4}. Source:
 * FastestDet's {@code handle_preds}.
 */
record FastestDetHead(int modelWidth, int modelHeight, int columns, int rows, int classes)
    implements Head {
  @Override
  public void read(FloatBuffer output, Candidates into) {
    int plane = columns * rows;
    for (int cell = 0; cell < plane; cell++) {
      double object = Math.pow(output.get(cell), 0.6);
      if (!(object >= into.least())) {
        continue;
      }
      int best = Rows.best(output, cell + 5 * plane, plane, classes);
      int row = cell / columns;
      double x = (cell % columns + Math.tanh(output.get(cell + plane))) / columns;
      double y = (row + Math.tanh(output.get(cell + 2 * plane))) / rows;
      into.add(
          best,
          object * Math.pow(output.get(cell + (5 + best) * plane), 0.4),
          x * modelWidth,
          y * modelHeight,
          sigmoid(output.get(cell + 3 * plane)) * modelWidth,
          sigmoid(output.get(cell + 4 * plane)) * modelHeight);
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
