package io.github.edgewatt.yolo.detect;

/** Takes a model's input row by row: as floats, or as halves of them. */
@FunctionalInterface
public interface RowSink {
  /**
   * Takes a row.
   *
   * @param plane colour, 0 to 2, in the model's order
   * @param y row of the model's input
   * @param values one for each column; only until this returns
   */
  void row(int plane, int y, float[] values);
}
