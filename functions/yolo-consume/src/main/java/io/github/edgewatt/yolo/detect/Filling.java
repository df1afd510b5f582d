package io.github.edgewatt.yolo.detect;

import java.util.Arrays;

/**
 * Resizes a picture into a model's input, margins, channel order and scaling included.
 *
 * <p>Luma and colour differences are resized as they are and become red, green and blue only at the
 * model's size: the same up to rounding, since both steps are linear, and far fewer pixels. {@code
 * R = Y + 1.402 (Cr - 128)}, {@code G = Y - .344136 (Cb - 128) - .714136 (Cr - 128)}, {@code B = Y
 * + 1.772 (Cb - 128)}, full range. Source: ITU-T T.871 (JFIF), section 7.
 */
public final class Filling {
  private Filling() {}

  /** Fills a model's input with a picture. */
  public static void fill(Picture picture, Letterbox at, Layout layout, RowSink sink) {
    float margin = Layout.MARGIN / layout.divisor();
    float[][] rows = new float[3][at.modelWidth()];
    for (float[] row : rows) {
      Arrays.fill(row, margin);
    }
    for (int y = 0; y < at.modelHeight(); y++) {
      if (y < at.top() || y >= at.top() + at.coveredHeight()) {
        hand(rows, y, false, sink);
      }
    }
    Rescale[] planes = {
      rescale(picture, picture.first(), at),
      rescale(picture, picture.second(), at),
      rescale(picture, picture.third(), at)
    };
    int[][] sums = new int[3][at.coveredWidth()];
    for (int y = 0; y < at.coveredHeight(); y++) {
      for (int plane = 0; plane < 3; plane++) {
        if (plane > 0 && picture.first().equals(picture.second())) {
          sums[plane] = sums[0];
        } else {
          planes[plane].row(y, sums[plane]);
        }
      }
      if (picture.luma()) {
        colours(sums, rows, at.left(), layout.divisor());
      } else {
        for (int plane = 0; plane < 3; plane++) {
          plain(sums[plane], rows[plane], at.left(), Rescale.UNIT / layout.divisor());
        }
      }
      hand(rows, at.top() + y, layout.blueFirst(), sink);
    }
  }

  private static Rescale rescale(Picture picture, Plane plane, Letterbox at) {
    return new Rescale(
        plane, picture.width(), picture.height(), at.coveredWidth(), at.coveredHeight());
  }

  private static void hand(float[][] rows, int y, boolean blueFirst, RowSink sink) {
    for (int plane = 0; plane < 3; plane++) {
      sink.row(plane, y, rows[blueFirst ? 2 - plane : plane]);
    }
  }

  private static void plain(int[] sums, float[] row, int left, float unit) {
    for (int i = 0; i < sums.length; i++) {
      row[left + i] = sums[i] * unit;
    }
  }

  private static void colours(int[][] sums, float[][] rows, int left, float divisor) {
    int[] lumas = sums[0];
    int[] blues = sums[1];
    int[] reds = sums[2];
    float[] red = rows[0];
    float[] green = rows[1];
    float[] blue = rows[2];
    float scale = 1 / divisor;
    for (int i = 0; i < lumas.length; i++) {
      float y = lumas[i] * Rescale.UNIT;
      float cb = blues[i] * Rescale.UNIT - 128;
      float cr = reds[i] * Rescale.UNIT - 128;
      red[left + i] = clamp(y + 1.402f * cr) * scale;
      green[left + i] = clamp(y - 0.344136f * cb - 0.714136f * cr) * scale;
      blue[left + i] = clamp(y + 1.772f * cb) * scale;
    }
  }

  private static float clamp(float value) {
    return Math.max(0, Math.min(255, value));
  }
}
