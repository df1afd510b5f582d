package io.github.edgewatt.profiler.kafka.feed.images;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Drawn JPEGs of one size, for runs without any data: the same for the same count and size. What a
 * picture lacks to its size is filled with a comment, which decoders pass over.
 */
final class GeneratedImages implements ImageSet {
  static final int LEAST_BYTES = 2_000;
  private static final float QUALITY = 0.75f;

  private final byte[][] images;
  private final int bytes;

  GeneratedImages(int count, int bytes) throws IOException {
    this.bytes = bytes;
    images = new byte[count][];
    for (int k = 0; k < count; k++) {
      images[k] = draw(k, bytes);
    }
  }

  private static byte[] draw(int seed, int bytes) throws IOException {
    // About a third of a byte a pixel at this quality and grain; 4:3.
    double pixels = bytes * 3.0;
    while (true) {
      int width = Math.max(8, (int) Math.sqrt(pixels * 4 / 3));
      byte[] jpeg = encode(seed, width, Math.max(8, width * 3 / 4));
      if (jpeg.length <= bytes) {
        return fill(jpeg, bytes);
      }
      pixels *= Math.min(0.95, 0.98 * bytes / jpeg.length);
    }
  }

  private static byte[] encode(int seed, int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(Drawing.of(seed, width, height), null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** Comment segments after the first marker, each of 4 to 65,537 bytes. */
  private static byte[] fill(byte[] jpeg, int bytes) {
    byte[] filled = Arrays.copyOf(jpeg, 2);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes);
    out.writeBytes(filled);
    int missing = bytes - jpeg.length;
    while (missing >= 4) {
      // Never so long that a rest of 1 to 3 bytes stays.
      int segment = missing > 65_537 ? Math.min(65_537, missing - 4) : missing;
      out.write(0xff);
      out.write(0xfe);
      out.write((segment - 2) >> 8);
      out.write((segment - 2) & 255);
      out.writeBytes(new byte[segment - 4]);
      missing -= segment;
    }
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  @Override
  public int count() {
    return images.length;
  }

  @Override
  public int bytes(int index) {
    return images[index].length;
  }

  @Override
  public byte[] read(int index) {
    return images[index];
  }

  @Override
  public String description() {
    return "generated:" + images.length + ":" + bytes;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
