package io.github.edgewatt.yolo.detect;

/**
 * A decoded picture.
 *
 * @param width in pixels, as it is stored
 * @param height in pixels, as it is stored
 * @param red samples of red, as all three perhaps fewer than there are pixels
 * @param green samples of green
 * @param blue samples of blue
 */
public record Picture(int width, int height, Plane red, Plane green, Plane blue) {

  /** A picture of red, green and blue. */
  public static Picture rgb(int width, int height, Plane red, Plane green, Plane blue) {
    return new Picture(width, height, red, green, blue);
  }

  /** A picture without colour. */
  public static Picture grey(int width, int height, Plane grey) {
    return new Picture(width, height, grey, grey, grey);
  }
}
