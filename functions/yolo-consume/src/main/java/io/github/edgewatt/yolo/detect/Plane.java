package io.github.edgewatt.yolo.detect;

/**
 * One colour of a picture, wherever its samples lie: side by side, or every third or fourth of a
 * row.
 *
 * @param samples bytes, 0 to 255 unsigned; not copied
 * @param offset index of the top left sample
 * @param step from a sample to the one on its right
 * @param rowStep from a sample to the one below
 * @param width samples in a row
 * @param height rows
 * @param perPixel samples per pixel of the picture, across and down alike: 1, or .5 where it was
 *     decoded at half its size
 */
public record Plane(
    byte[] samples, int offset, int step, int rowStep, int width, int height, double perPixel) {
  public Plane {
    long last = offset + (height - 1L) * rowStep + (width - 1L) * step;
    if (width < 1 || height < 1 || offset < 0 || step < 1 || last >= samples.length) {
      throw new IllegalArgumentException(
          "a plane of " + width + " x " + height + " does not lie in " + samples.length + " bytes");
    }
  }

  /** A plane with a sample for every pixel. */
  public static Plane full(
      byte[] samples, int offset, int step, int rowStep, int width, int height) {
    return new Plane(samples, offset, step, rowStep, width, height, 1);
  }
}
