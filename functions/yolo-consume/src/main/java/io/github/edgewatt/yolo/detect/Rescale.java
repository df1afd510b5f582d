package io.github.edgewatt.yolo.detect;

/**
 * Resizes one plane bilinearly, a row at a time.
 *
 * <p>The middle of target sample i lies at {@code (i + .5) size / target - .5} of the source; the
 * four samples around it are weighed by their nearness, edges repeated. No low-pass filter when
 * shrinking: the models were trained on pictures resized like this. Fixed point of 11 bits each
 * way, so that a constant plane stays constant to the bit. Source: OpenCV's {@code INTER_LINEAR}.
 */
final class Rescale {
  private static final int BITS = 11;
  private static final int ONE = 1 << BITS;

  /** What a row's sums are divided by to be values of 0 to 255 again. */
  static final float UNIT = 1f / (ONE * (float) ONE);

  private final Plane plane;
  private final int target;
  private final double rowsPerTarget;
  private final double firstRow;
  private final int[] near;
  private final int[] far;
  private final int[] weights;
  private int[] upper;
  private int[] lower;
  private int upperRow = -1;
  private int lowerRow = -1;

  /** Resizes {@code plane} of a picture of the given size to {@code target x targetHeight}. */
  Rescale(Plane plane, int width, int height, int target, int targetHeight) {
    this.plane = plane;
    this.target = target;
    double perTarget = width * plane.perPixel() / target;
    rowsPerTarget = height * plane.perPixel() / targetHeight;
    firstRow = rowsPerTarget / 2 - 0.5;
    near = new int[target];
    far = new int[target];
    weights = new int[target];
    upper = new int[target];
    lower = new int[target];
    for (int i = 0; i < target; i++) {
      double at = within(i * perTarget + perTarget / 2 - 0.5, plane.width());
      int left = (int) at;
      near[i] = left * plane.step();
      far[i] = Math.min(left + 1, plane.width() - 1) * plane.step();
      weights[i] = (int) Math.round((at - left) * ONE);
    }
  }

  private static double within(double at, int size) {
    return Math.max(0, Math.min(size - 1, at));
  }

  /** Row {@code y} of the target into {@code sums}: values times {@code 1 / UNIT}. */
  void row(int y, int[] sums) {
    double at = within(y * rowsPerTarget + firstRow, plane.height());
    int top = (int) at;
    int bottom = Math.min(top + 1, plane.height() - 1);
    int weight = (int) Math.round((at - top) * ONE);
    across(top, bottom);
    int[] above = upper;
    int[] below = lower;
    for (int i = 0; i < target; i++) {
      sums[i] = above[i] * (ONE - weight) + below[i] * weight;
    }
  }

  /** Sees to it that the two source rows stand resized in {@code upper} and {@code lower}. */
  private void across(int top, int bottom) {
    if (top == lowerRow) {
      int[] spare = upper;
      upper = lower;
      upperRow = lowerRow;
      lower = spare;
      lowerRow = -1;
    }
    if (top != upperRow) {
      across(top, upper);
      upperRow = top;
    }
    if (bottom != lowerRow) {
      across(bottom, lower);
      lowerRow = bottom;
    }
  }

  private void across(int row, int[] into) {
    byte[] samples = plane.samples();
    int from = plane.offset() + row * plane.rowStep();
    for (int i = 0; i < target; i++) {
      int left = samples[from + near[i]] & 0xff;
      int right = samples[from + far[i]] & 0xff;
      into[i] = (left << BITS) + (right - left) * weights[i];
    }
  }
}
