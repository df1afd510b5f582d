package io.github.edgewatt.profiler.kafka.feed.images;

import java.awt.image.BufferedImage;
import java.util.Random;

/** A picture of coloured shapes on grainy ground; the same for the same seed and size. */
final class Drawing {
  private static final int GRAIN = 24;

  private Drawing() {}

  /** Draws it pixel by pixel: a graphics library's edges differ from version to version. */
  static BufferedImage of(long seed, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    int ground = random.nextInt(0x1000000);
    Shape[] shapes = new Shape[3 + random.nextInt(5)];
    for (int k = 0; k < shapes.length; k++) {
      shapes[k] =
          new Shape(
              random.nextDouble(),
              random.nextDouble(),
              0.05 + 0.2 * random.nextDouble(),
              random.nextBoolean(),
              random.nextInt(0x1000000));
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, pixel(shapes, ground, (double) x / width, (double) y / height, random));
      }
    }
    return image;
  }

  private static int pixel(Shape[] shapes, int ground, double x, double y, Random random) {
    int colour = ground;
    for (Shape shape : shapes) {
      colour = shape.covers(x, y) ? shape.colour : colour;
    }
    int grain = random.nextInt(GRAIN) - GRAIN / 2;
    return grainy((colour >> 16) & 255, grain) << 16
        | grainy((colour >> 8) & 255, grain) << 8
        | grainy(colour & 255, grain);
  }

  private static int grainy(int channel, int grain) {
    return Math.max(0, Math.min(255, channel + grain));
  }

  private record Shape(double x, double y, double radius, boolean round, int colour) {
    boolean covers(double atX, double atY) {
      double dx = Math.abs(atX - x);
      double dy = Math.abs(atY - y);
      return round ? dx * dx + dy * dy < radius * radius : dx < radius && dy < radius;
    }
  }
}
