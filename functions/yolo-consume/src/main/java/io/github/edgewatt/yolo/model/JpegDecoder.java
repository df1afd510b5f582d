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
 * their size where a model needs no more, and refused where anything in them made no sense.
 */
final class JpegDecoder {
  /**
   * Planes keep twice the samples that are needed: plain bilinear resizing, which the models were
   * trained with, finds other details in a picture that was made smaller before.
   */
  private static final int RESERVE = 2;

  private static final int MOST_REDUCTION = 8;
  private static final int MARKER = 0xff;
  private static final int SCAN = 0xda;
  private static final int END = 0xd9;

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
          "no native code for JPEGs on %s %s: it comes for Linux on x86-64 and arm64"
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
          e);
    }
  }

  /** Refuses a size before memory for a pixel is taken. */
  @FunctionalInterface
  interface Limit {
    void check(int width, int height) throws BadImageException;
  }

  static Picture decode(byte[] bytes, ImageDecoder.Needed needed, Limit limit)
      throws BadImageException {
    if (!ends(bytes)) {
      throw new BadImageException("a torn JPEG image: its end is missing");
    }
    try (BytePointer data = new BytePointer(bytes);
        IntPointer width = new IntPointer(1L);
        IntPointer height = new IntPointer(1L)) {
      if (readHeaderMemJpeg(data, bytes.length, width, height, null, null, null) != 0) {
        throw new BadImageException("a torn or broken JPEG image: its header makes no sense");
      }
      limit.check(width.get(), height.get());
      Letterbox at = needed.letterbox(width.get(), height.get());
      int reduction = reduction(width.get(), height.get(), at);
      // Without a hint, nothing is returned where anything in the data made no sense.
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

  /**
   * Whether an end stands behind the last scan's start; a camera may have left more behind it. In a
   * scan no other byte follows ff but 0 and restart markers, so neither is met by chance.
   */
  private static boolean ends(byte[] bytes) {
    for (int i = bytes.length - 2; i >= 0; i--) {
      if ((bytes[i] & 0xff) == MARKER) {
        int kind = bytes[i + 1] & 0xff;
        if (kind == END || kind == SCAN) {
          return kind == END;
        }
      }
    }
    return false;
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
