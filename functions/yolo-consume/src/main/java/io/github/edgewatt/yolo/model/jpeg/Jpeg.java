package io.github.edgewatt.yolo.model.jpeg;

import io.github.edgewatt.yolo.detect.Picture;
import io.github.edgewatt.yolo.detect.Plane;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A baseline JPEG whose header has been read, and whose pixels may be. */
public final class Jpeg {
  /**
   * Planes keep twice the samples that are needed: plain bilinear resizing, which the models were
   * trained with, finds other details in a picture that was made smaller before.
   */
  private static final int RESERVE = 2;

  private final byte[] bytes;
  private final Frame frame;

  private Jpeg(byte[] bytes, Frame frame) {
    this.bytes = bytes;
    this.frame = frame;
  }

  /**
   * Reads a header.
   *
   * @param bytes a whole JPEG; not copied
   * @return nothing where it is progressive, of four colours, or else not of the usual kind
   * @throws JpegException where it is broken
   */
  public static Optional<Jpeg> of(byte[] bytes) throws JpegException {
    return new FrameReader(bytes).read().map(frame -> new Jpeg(bytes, frame));
  }

  /** Width in pixels. */
  public int width() {
    return frame.width();
  }

  /** Height in pixels. */
  public int height() {
    return frame.height();
  }

  /**
   * Decodes.
   *
   * @param neededWidth samples across that are needed at least: a plane of four, eight or sixteen
   *     times as many is decoded at half its size, a quarter or an eighth at once
   * @param neededHeight samples down that are needed at least
   * @throws JpegException where it is broken, or ends before its last pixel
   */
  public Picture decode(int neededWidth, int neededHeight) throws JpegException {
    // A grey picture's only component is not interleaved with any: its unit is one block.
    boolean grey = frame.components().size() == 1;
    int across = grey ? 1 : frame.across();
    int down = grey ? 1 : frame.down();
    int unitsAcross = ceiling(frame.width(), 8 * across);
    int unitsDown = ceiling(frame.height(), 8 * down);
    ComponentPlane[] planes = new ComponentPlane[frame.components().size()];
    for (int i = 0; i < planes.length; i++) {
      Component component = grey ? alone(frame.components().get(i)) : frame.components().get(i);
      int width = ceiling(frame.width() * component.across(), across);
      int height = ceiling(frame.height() * component.down(), down);
      planes[i] =
          new ComponentPlane(
              component,
              frame.tables(),
              frame.scan().dc()[i],
              frame.scan().ac()[i],
              size(width, height, RESERVE * neededWidth, RESERVE * neededHeight),
              unitsAcross,
              unitsDown);
    }
    scan(planes, unitsAcross, unitsDown);
    List<Plane> done =
        Arrays.stream(planes)
            .map(plane -> plane.plane(frame.width(), frame.height(), across, down))
            .toList();
    Plane first = done.get(0);
    return grey
        ? Picture.grey(frame.width(), frame.height(), first)
        : new Picture(frame.width(), frame.height(), first, done.get(1), done.get(2), frame.luma());
  }

  private void scan(ComponentPlane[] planes, int unitsAcross, int unitsDown) throws JpegException {
    Segments segments = new Segments(bytes, frame.scan().start());
    Coefficients coefficients = new Coefficients(segments);
    int restart = frame.scan().restart();
    int left = restart;
    for (int y = 0; y < unitsDown; y++) {
      for (int x = 0; x < unitsAcross; x++) {
        if (restart > 0 && left-- == 0) {
          coefficients.whole();
          coefficients.restart();
          for (ComponentPlane plane : planes) {
            plane.restart();
          }
          left = restart - 1;
        }
        for (ComponentPlane plane : planes) {
          plane.unit(coefficients, x, y);
        }
      }
      coefficients.whole();
    }
    // Without its end it was cut off, even if only after the last pixel.
    if (!segments.end()) {
      throw new JpegException("its end is missing");
    }
  }

  private static Component alone(Component component) {
    return new Component(component.id(), 1, 1, component.quantisation());
  }

  private static int size(int width, int height, int neededWidth, int neededHeight) {
    int size = 8;
    while (size > 1
        && (long) width * size / 16 >= neededWidth
        && (long) height * size / 16 >= neededHeight) {
      size /= 2;
    }
    return size;
  }

  static int ceiling(int number, int divisor) {
    return (number + divisor - 1) / divisor;
  }
}
