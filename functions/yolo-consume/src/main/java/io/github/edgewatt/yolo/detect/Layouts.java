package io.github.edgewatt.yolo.detect;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tells a model's family by the shape of its output.
 *
 * <p>Every family predicts on grids of 8, 16 and 32 pixels a cell; how many boxes a cell has, and
 * on which side of the shape they stand, tells them apart.
 */
public final class Layouts {
  static final int[] STRIDES = {8, 16, 32};

  private Layouts() {}

  /** Cells of all three grids over an input. */
  public static int cells(int modelWidth, int modelHeight) {
    return Arrays.stream(STRIDES).map(s -> (modelWidth / s) * (modelHeight / s)).sum();
  }

  /**
   * The layout of a model.
   *
   * @param shape its output's shape, batch first
   * @param modelWidth its input's width in pixels
   * @param modelHeight its input's height
   * @param named how many classes have names; decides where a shape would mean two things
   * @return nothing where no family has such a shape
   */
  public static Optional<Layout> of(
      long[] shape, int modelWidth, int modelHeight, OptionalInt named) {
    if (shape.length < 3 || shape[0] != 1) {
      return Optional.empty();
    }
    if (shape.length == 4) {
      return planes(shape, modelWidth, modelHeight);
    }
    if (shape.length > 4) {
      return Optional.empty();
    }
    int cells = cells(modelWidth, modelHeight);
    long rows = shape[1];
    int columns = (int) shape[2];
    if (rows == cells && turned(columns, named)) {
      return Optional.of(later(cells, columns - 4, true));
    }
    if (rows == cells && columns > 5) {
      return Optional.of(
          new Layout(
              "YOLOX",
              Fit.TOP_LEFT,
              true,
              1,
              0.3,
              columns - 5,
              new YoloxHead(modelWidth, modelHeight, columns - 5)));
    }
    if (rows == 3L * cells && columns > 5) {
      return Optional.of(
          new Layout(
              "YOLOv5",
              Fit.CENTRED,
              false,
              255,
              0.25,
              columns - 5,
              new YoloV5Head((int) rows, columns - 5)));
    }
    if (columns == cells && rows > 4 && rows < cells) {
      return Optional.of(later(cells, (int) rows - 4, false));
    }
    return Optional.empty();
  }

  /** Whether a row of so many numbers is four of a box and the classes, without objectness. */
  private static boolean turned(int columns, OptionalInt named) {
    return named.isPresent() ? columns == 4 + named.getAsInt() : columns == 84;
  }

  private static Layout later(int cells, int classes, boolean turned) {
    return new Layout(
        "YOLOv8", Fit.CENTRED, false, 255, 0.25, classes, new YoloV8Head(cells, classes, turned));
  }

  private static Optional<Layout> planes(long[] shape, int modelWidth, int modelHeight) {
    int classes = (int) shape[1] - 5;
    int rows = (int) shape[2];
    int columns = (int) shape[3];
    if (classes < 1 || rows < 1 || columns < 1) {
      return Optional.empty();
    }
    // One box a cell of a square grid: anything else is a feature map of some other model.
    if (modelHeight % rows != 0 || modelWidth % columns != 0) {
      return Optional.empty();
    }
    if (modelHeight / rows != modelWidth / columns) {
      return Optional.empty();
    }
    return Optional.of(
        new Layout(
            "FastestDet",
            Fit.STRETCH,
            true,
            255,
            0.65,
            classes,
            new FastestDetHead(modelWidth, modelHeight, columns, rows, classes)));
  }
}
