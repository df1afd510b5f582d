package io.github.edgewatt.yolo.detect;

import java.util.Arrays;

/** Resizes a picture into a model's input, margins, channel order and scaling included. */
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
      rescale(picture, picture.red(), at),
      rescale(picture, picture.green(), at),
      rescale(picture, picture.blue(), at)
    };
    int[][] sums = new int[3][at.coveredWidth()];
    for (int y = 0; y < at.coveredHeight(); y++) {
      for (int plane = 0; plane < 3; plane++) {
        if (plane > 0 && picture.red().equals(picture.green())) {
          sums[plane] = sums[0];
        } else {
          planes[plane].row(y, sums[plane]);
        }
      }
      for (int plane = 0; plane < 3; plane++) {
        scale(sums[plane], rows[plane], at.left(), Rescale.UNIT / layout.divisor());
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

  private static void scale(int[] sums, float[] row, int left, float unit) {
    for (int i = 0; i < sums.length; i++) {
      row[left + i] = sums[i] * unit;
    }
  }
}
