package io.github.edgewatt.yolo.model;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures that tests draw themselves. */
final class Drawn {
  private Drawn() {}

  /** A grey picture. */
  static BufferedImage grey(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    return square(image, new Color(114, 114, 114), 0, 0, Math.max(width, height));
  }

  /** The picture with a square painted on it. */
  static BufferedImage square(BufferedImage image, Color colour, int left, int top, int side) {
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(left, top, side, side);
    graphics.dispose();
    return image;
  }

  /** A picture of smooth colours and some noise, the same for a seed. */
  static BufferedImage noisy(int width, int height, int noise, long seed) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int red = shade(255.0 * x / width, noise, random);
        int green = shade(255.0 * y / height, noise, random);
        int blue = shade(127 + 127 * Math.sin(x * .05 + y * .03), noise, random);
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return image;
  }

  private static int shade(double value, int noise, Random random) {
    int jitter = noise == 0 ? 0 : random.nextInt(2 * noise + 1) - noise;
    return Math.max(0, Math.min(255, (int) value + jitter));
  }

  static byte[] encoded(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
