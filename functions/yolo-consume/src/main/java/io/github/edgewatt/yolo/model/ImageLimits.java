package io.github.edgewatt.yolo.model;

/**
 * What an image may take, told from its header before a pixel is decoded.
 *
 * @param pixels at most
 * @param heapBytes for its decoded samples, at most
 */
record ImageLimits(long pixels, long heapBytes) {
  /** A third of the heap: what is looked at at the same time needs its share. */
  private static final int SHARE = 3;

  /** Of a JPEG that needs all its pixels at once, outside the heap, before one is made smaller. */
  private static final int WHOLE = 4;

  private static final double MEGA = 1e6;

  static ImageLimits of(long pixels) {
    return new ImageLimits(pixels, Runtime.getRuntime().maxMemory() / SHARE);
  }

  void check(ImageFormat format, int width, int height, long bytes) throws BadImageException {
    if ((long) width * height > pixels) {
      throw new BadImageException(
          "a %s image of %d x %d pixels; at most %d are looked at"
              .formatted(format, width, height, pixels));
    }
    if (bytes > heapBytes) {
      throw new BadImageException(
          "a %s image of %d x %d pixels, which needs %.0f MB of memory; one may take %.0f"
              .formatted(format, width, height, bytes / MEGA, heapBytes / MEGA));
    }
  }

  /** Refuses a progressive JPEG, or one in several scans, that is too large to be held whole. */
  void checkWhole(int width, int height) throws BadImageException {
    if ((long) width * height > pixels / WHOLE) {
      throw new BadImageException(
          "a JPEG image in several scans of %d x %d pixels; at most %d are looked at in such a one"
              .formatted(width, height, pixels / WHOLE));
    }
  }
}
