package io.github.edgewatt.yolo.detect;

/**
 * Where a picture lies in a model's input, and so how pixels of one become pixels of the other.
 *
 * <p>With {@code r = min(modelWidth / width, modelHeight / height)} the picture covers {@code
 * round(width r) x round(height r)} model pixels (all of them where it is stretched). A point maps
 * by {@code model = corner + picture * covered / size}, exactly, so that the rounding moves no box.
 *
 * @param width the picture's width in pixels
 * @param height its height
 * @param modelWidth the input's width
 * @param modelHeight its height
 * @param left first column of the input that the picture covers
 * @param top first row of it
 * @param coveredWidth columns of the input that the picture covers
 * @param coveredHeight rows of it
 */
public record Letterbox(
    int width,
    int height,
    int modelWidth,
    int modelHeight,
    int left,
    int top,
    int coveredWidth,
    int coveredHeight) {

  /** Lays a picture into a model's input. */
  public static Letterbox of(Fit fit, int width, int height, int modelWidth, int modelHeight) {
    if (fit == Fit.STRETCH) {
      return new Letterbox(width, height, modelWidth, modelHeight, 0, 0, modelWidth, modelHeight);
    }
    double scale = Math.min(modelWidth / (double) width, modelHeight / (double) height);
    int covered = cover(width * scale, modelWidth);
    int coveredRows = cover(height * scale, modelHeight);
    boolean centred = fit == Fit.CENTRED;
    return new Letterbox(
        width,
        height,
        modelWidth,
        modelHeight,
        centred ? (modelWidth - covered) / 2 : 0,
        centred ? (modelHeight - coveredRows) / 2 : 0,
        covered,
        coveredRows);
  }

  private static int cover(double wanted, int most) {
    return Math.max(1, Math.min(most, (int) Math.round(wanted)));
  }

  /** The picture's x of a model's x, in pixels. */
  public double pictureX(double modelX) {
    return (modelX - left) * width / coveredWidth;
  }

  /** The picture's y of a model's y, in pixels. */
  public double pictureY(double modelY) {
    return (modelY - top) * height / coveredHeight;
  }

  /** The model's x of a picture's x, in pixels. */
  public double modelX(double pictureX) {
    return left + pictureX * coveredWidth / width;
  }

  /** The model's y of a picture's y, in pixels. */
  public double modelY(double pictureY) {
    return top + pictureY * coveredHeight / height;
  }
}
