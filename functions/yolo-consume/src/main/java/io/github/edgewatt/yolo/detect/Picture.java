package io.github.edgewatt.yolo.detect;

/**
 * A decoded picture.
 *
 * @param width in pixels
 * @param height in pixels
 * @param first red, or luma
 * @param second green, or the blue difference
 * @param third blue, or the red difference
 * @param luma whether the planes are luma and colour differences (full range, as in JFIF)
 */
public record Picture(int width, int height, Plane first, Plane second, Plane third, boolean luma) {

  /** A picture of red, green and blue. */
  public static Picture rgb(int width, int height, Plane red, Plane green, Plane blue) {
    return new Picture(width, height, red, green, blue, false);
  }

  /** A picture without colour. */
  public static Picture grey(int width, int height, Plane grey) {
    return rgb(width, height, grey, grey, grey);
  }
}
