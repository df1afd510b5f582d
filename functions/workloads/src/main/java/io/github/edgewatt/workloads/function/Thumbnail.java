package io.github.edgewatt.workloads.function;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Draws a seeded picture, scales it down and encodes it as JPEG. Cost grows with the pixels. */
public final class Thumbnail {
  static {
    ImageIO.setUseCache(false); // the cache is a file on disk: a cost that is not this function's
  }

  private Thumbnail() {}

  /**
   * What a call asks for; absent fields take their defaults.
   *
   * @param width of the thumbnail in pixels, 16 to 512; default 128
   * @param sourceWidth of the picture in pixels, 16 to 2,048, its height is three quarters; default
   *     512
   * @param seed of the picture; default 1
   */
  public record Input(Integer width, Integer sourceWidth, Long seed) {
    public Input {
      width = Bounds.number("width", width, 128, 16, 512);
      sourceWidth = Bounds.number("sourceWidth", sourceWidth, 512, 16, 2_048);
      seed = Bounds.number("seed", seed, 1, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public static Input ofText(String text) {
      return new Input(Bounds.parse("width", text), null, null);
    }
  }

  /**
   * What a call has done.
   *
   * @param width of the thumbnail in pixels
   * @param height of the thumbnail in pixels
   * @param jpegBytes its encoded length
   * @param crc32 CRC-32 of the encoding
   */
  public record Output(int width, int height, int jpegBytes, String crc32) {}

  public static Output run(Input input) {
    BufferedImage source = picture(input.sourceWidth(), input.seed());
    int width = input.width();
    int height = width * 3 / 4;
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(source, 0, 0, width, height, null);
    graphics.dispose();
    byte[] jpeg = encode(small);
    return new Output(width, height, jpeg.length, Checksum.crc32(jpeg));
  }

  private static BufferedImage picture(int width, long seed) {
    int height = width * 3 / 4;
    SplittableRandom random = new SplittableRandom(seed);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.BLUE, width, height, Color.ORANGE));
    graphics.fillRect(0, 0, width, height);
    for (int i = 0; i < 40; i++) {
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      int size = 1 + random.nextInt(width / 4);
      graphics.fillRect(random.nextInt(width), random.nextInt(height), size, size);
    }
    graphics.dispose();
    return image;
  }

  private static byte[] encode(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);
    try {
      if (!ImageIO.write(image, "jpg", out)) {
        throw new IllegalStateException("this JDK has no JPEG writer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
