package io.github.edgewatt.yolo.detect;

import java.nio.FloatBuffer;

/**
 * YOLOX as exported without decoding, {@code [1, cells, 5 + classes]}.
 *
 * <p>Cells come stride by stride (8, 16, 32), row by row. For the cell in column x, row y of stride
 * s: {@code cx = (o0 + x) s}, {@code cy = (o1 + y) s}, {@code w = exp(o2) s}, {@code h = exp(o3)
 * s}, score {@code = o4 * max(o5...)}; o4 and the classes are probabilities already. Source: YOLOX
 * (Ge and others, 2021), {@code demo_postprocess} of its ONNX demonstration.
 */
record YoloxHead(int modelWidth, int modelHeight, int classes) implements Head {
  @Override
  public void read(FloatBuffer output, Candidates into) {
    int row = 0;
    for (int stride : Layouts.STRIDES) {
      for (int y = 0; y < modelHeight / stride; y++) {
        for (int x = 0; x < modelWidth / stride; x++, row += 5 + classes) {
          float object = output.get(row + 4);
          // Class scores are at most 1, so most cells are done with one look.
          if (object >= into.least()) {
            int best = Rows.best(output, row + 5, 1, classes);
            into.add(
                best,
                (double) object * output.get(row + 5 + best),
                (output.get(row) + x) * (double) stride,
                (output.get(row + 1) + y) * (double) stride,
                Math.exp(output.get(row + 2)) * stride,
                Math.exp(output.get(row + 3)) * stride);
          }
        }
      }
    }
  }
}
