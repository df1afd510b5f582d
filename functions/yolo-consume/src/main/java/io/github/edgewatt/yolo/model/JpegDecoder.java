package io.github.edgewatt.yolo.model;

import static org.bytedeco.leptonica.global.leptonica.L_SEVERITY_NONE;
import static org.bytedeco.leptonica.global.leptonica.pixDestroy;
import static org.bytedeco.leptonica.global.leptonica.pixEndianByteSwap;
import static org.bytedeco.leptonica.global.leptonica.pixReadMemJpeg;
import static org.bytedeco.leptonica.global.leptonica.readHeaderMemJpeg;
import static org.bytedeco.leptonica.global.leptonica.setMsgSeverity;

import io.github.edgewatt.yolo.detect.Letterbox;
import io.github.edgewatt.yolo.detect.Picture;
import io.github.edgewatt.yolo.detect.Plane;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;

/**
 * JPEGs by libjpeg-turbo, as Leptonica brings it: decoded at a half, a quarter or an eighth of
 * their size where a model needs no more, and refused where libjpeg warns of anything.
 */
final class JpegDecoder {
  /**
   * Planes keep twice the samples that are needed: plain bilinear resizing, which the models were
   * trained with, finds other details in a picture that was made smaller before.
   */
  private static final int RESERVE = 2;

  private static final int MOST_REDUCTION = 8;

  /** Ten are usual. Each takes as long as the first, and a small file may hold thousands. */
  private static final int MOST_SCANS = 100;

  private JpegDecoder() {}

  /**
   * Loads the native code, so that its absence shows at the start.
   *
   * @throws IllegalArgumentException where there is none for this machine; one line for people
   */
  static void load() {
    try {
      // Mistakes are told by what is returned; on stderr they would be lines of nobody.
      setMsgSeverity(L_SEVERITY_NONE);
    } catch (LinkageError e) {
      throw new IllegalArgumentException(
          "no native code for JPEGs on %s %s (it comes for Linux on x86-64 and arm64): %s"
              .formatted(
                  System.getProperty("os.name"),
                  System.getProperty("os.arch"),
                  String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
          e);
    }
  }

  static Picture decode(byte[] bytes, ImageDecoder.Needed needed, ImageLimits limits)
      throws BadImageException {
    JpegMarkers markers = JpegMarkers.of(bytes);
    refuse(markers);
    try (BytePointer data = new BytePointer(bytes);
        IntPointer width = new IntPointer(1L);
        IntPointer height = new IntPointer(1L)) {
      if (readHeaderMemJpeg(data, bytes.length, width, height, null, null, null) != 0) {
        throw new BadImageException("a torn or broken JPEG image: its header makes no sense");
      }
      Letterbox at = needed.letterbox(width.get(), height.get());
      int reduction = reduction(width.get(), height.get(), at);
      long samples = (long) ceiling(width.get(), reduction) * ceiling(height.get(), reduction);
      limits.check(ImageFormat.JPEG, width.get(), height.get(), samples * Integer.BYTES);
      if (markers.scans() > 1 || markers.frame() == JpegMarkers.PROGRESSIVE) {
        limits.checkWhole(width.get(), height.get());
      }
      // Without a hint, nothing is returned where libjpeg warned of anything.
      PIX pixels = pixReadMemJpeg(data, bytes.length, 0, reduction, (IntPointer) null, 0);
      if (pixels == null) {
        throw new BadImageException("a torn or broken JPEG image");
      }
      try {
        return picture(pixels, width.get(), height.get(), reduction);
      } finally {
        pixDestroy(pixels);
      }
    }
  }

  /** What would be decoded for minutes, or into other colours than were meant. */
  private static void refuse(JpegMarkers markers) throws BadImageException {
    if (!markers.ended()) {
      throw new BadImageException("a torn JPEG image: its end is missing");
    }
    switch (markers.frame()) {
      case JpegMarkers.BASELINE, JpegMarkers.EXTENDED, JpegMarkers.PROGRESSIVE -> {
        // Huffman codes, which is what cameras and programs write.
      }
      default ->
          throw new BadImageException(
              "a JPEG image of a rare coding (frame %02x); baseline and progressive ones are looked at"
                  .formatted(markers.frame()));
    }
    if (markers.scans() > MOST_SCANS) {
      throw new BadImageException(
          "a JPEG image in " + markers.scans() + " scans; at most " + MOST_SCANS + " are decoded");
    }
    if (markers.components() > 3 && !markers.adobe()) {
      throw new BadImageException("a JPEG image of four colours that does not say which");
    }
  }

  private static int ceiling(int number, int divisor) {
    return (number + divisor - 1) / divisor;
  }

  private static int reduction(int width, int height, Letterbox at) {
    int reduction = 1;
    while (reduction < MOST_REDUCTION
        && width / (2 * reduction) >= RESERVE * at.coveredWidth()
        && height / (2 * reduction) >= RESERVE * at.coveredHeight()) {
      reduction *= 2;
    }
    return reduction;
  }

  private static Picture picture(PIX pixels, int width, int height, int reduction) {
    boolean grey = pixels.d() == Byte.SIZE;
    if (grey) {
      // Leptonica keeps samples in words; the first of four is the highest, not the first, byte.
      pixEndianByteSwap(pixels);
    }
    int rowStep = pixels.wpl() * Integer.BYTES;
    byte[] samples = new byte[Math.multiplyExact(rowStep, pixels.h())];
    new BytePointer(pixels.data()).get(samples);
    if (grey) {
      return Picture.grey(width, height, plane(samples, 0, 1, rowStep, pixels, reduction));
    }
    // A word is red, green, blue and nothing, from its highest byte to its lowest.
    return Picture.rgb(
        width,
        height,
        plane(samples, 3, Integer.BYTES, rowStep, pixels, reduction),
        plane(samples, 2, Integer.BYTES, rowStep, pixels, reduction),
        plane(samples, 1, Integer.BYTES, rowStep, pixels, reduction));
  }

  private static Plane plane(
      byte[] samples, int offset, int step, int rowStep, PIX pixels, int reduction) {
    return new Plane(samples, offset, step, rowStep, pixels.w(), pixels.h(), 1.0 / reduction);
  }
}
