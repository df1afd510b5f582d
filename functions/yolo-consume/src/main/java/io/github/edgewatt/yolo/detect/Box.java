package io.github.edgewatt.yolo.detect;

/**
 * A rectangle in an image, in pixels from its top left corner; it may reach over the image's edge.
 *
 * @param left smallest x
 * @param top smallest y
 * @param right largest x, at least {@code left}
 * @param bottom largest y, at least {@code top}
 */
public record Box(double left, double top, double right, double bottom) {
  /** Its area in square pixels. */
  public double area() {
    return (right - left) * (bottom - top);
  }

  /**
   * Intersection over union with another: 0 where they do not meet, 1 where they are the same, 0
   * where both are empty.
   */
  public double overlap(Box other) {
    double width = Math.min(right, other.right) - Math.max(left, other.left);
    double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    if (width <= 0 || height <= 0) {
      return 0;
    }
    double common = width * height;
    return common / (area() + other.area() - common);
  }
}
