package io.github.edgewatt.yolo.model;

import io.github.edgewatt.yolo.detect.Letterbox;
import io.github.edgewatt.yolo.detect.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * An encoded image's bytes in, its pixels out; nothing is written to a disk on the way.
 *
 * <p>The size is read from the header before memory for a single pixel is taken. How the camera was
 * held (EXIF orientation) is ignored, as it is by the models' own reference programs: they look at
 * the pixels as they are stored, and so do boxes.
 */
public final class ImageDecoder {
  /** More bytes than these are no image for this purpose; a message may be 10 MB at most. */
  static final int MAX_BYTES = 32 << 20;

  private final ImageLimits limits;

  /** Tells where a picture of a size will lie in the model's input. */
  @FunctionalInterface
  public interface Needed {
    /** Where a picture of so many pixels will lie. */
    Letterbox letterbox(int width, int height);
  }

  /**
   * Refuses pictures of more than {@code maxPixels}.
   *
   * @throws IllegalArgumentException where there is no native code for this machine
   */
  public ImageDecoder(long maxPixels) {
    JpegDecoder.load();
    limits = ImageLimits.of(maxPixels);
  }

  /**
   * Decodes.
   *
   * @param bytes a whole file; not copied
   * @param needed tells what a model will see of it: a JPEG of far more pixels is decoded at a
   *     half, a quarter or an eighth of its size
   * @throws BadImageException where the bytes are no whole JPEG, PNG, GIF or BMP, or too large a
   *     one
   */
  public Picture decode(byte[] bytes, Needed needed) throws BadImageException {
    if (bytes.length == 0) {
      throw new BadImageException("no image: 0 bytes");
    }
    if (bytes.length > MAX_BYTES) {
      throw new BadImageException(
          "an image of " + bytes.length + " bytes; at most " + MAX_BYTES + " are looked at");
    }
    ImageFormat format =
        ImageFormat.of(bytes)
            .orElseThrow(
                () ->
                    new BadImageException(
                        bytes.length + " bytes that are no JPEG, PNG, GIF or BMP image"));
    try {
      return format == ImageFormat.JPEG
          ? JpegDecoder.decode(bytes, needed, limits)
          : read(bytes, format);
    } catch (OutOfMemoryError e) {
      // One array of a size that the image asked for; the heap is as it was before.
      throw new BadImageException("a " + format + " image too large for this program's memory", e);
    }
  }

  private Picture read(byte[] bytes, ImageFormat format) throws BadImageException {
    ImageReader reader = reader(format);
    Optional<String> torn;
    BufferedImage image;
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      refuseHuge(format, reader);
      TornWarnings warnings = new TornWarnings();
      reader.addIIOReadWarningListener(warnings);
      image = reader.read(0);
      torn = warnings.first();
    } catch (IOException | RuntimeException e) {
      // The readers throw what they like at broken files: index errors, negative sizes and more.
      throw new BadImageException(
          "a " + format + " image that cannot be decoded: " + oneLine(e), e);
    } finally {
      reader.dispose();
    }
    if (torn.isPresent()) {
      throw new BadImageException("a torn " + format + " image: " + torn.get());
    }
    return Rasters.picture(image);
  }

  private void refuseHuge(ImageFormat format, ImageReader reader)
      throws IOException, BadImageException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    // First by the header alone: for the rest the reader looks at more of the file.
    limits.check(format, width, height, 0);
    ImageTypeSpecifier type = reader.getImageTypes(0).next();
    SampleModel model = type.getSampleModel();
    int bytes = model.getNumDataElements() * (DataBuffer.getDataTypeSize(model.getDataType()) / 8);
    boolean copied =
        model.getDataType() != DataBuffer.TYPE_BYTE
            || type.getColorModel() instanceof IndexColorModel;
    limits.check(format, width, height, (long) width * height * (copied ? bytes + 3 : bytes));
  }

  private static ImageReader reader(ImageFormat format) {
    Iterator<ImageReader> readers =
        ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT));
    return readers.next();
  }

  private static String oneLine(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.lines().findFirst().orElse("").strip();
  }
}
