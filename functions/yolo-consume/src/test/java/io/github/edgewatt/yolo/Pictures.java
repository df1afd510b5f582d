package io.github.edgewatt.yolo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Images to look at: photos where they lie beside the checkout, drawn ones everywhere. */
final class Pictures {
  private Pictures() {}

  /** A file or folder of {@code ../shared}. */
  static Optional<Path> shared(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path found = at.resolveSibling("shared").resolve(name);
      if (Files.exists(found)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** The photos of a folder by name. */
  static List<byte[]> photos(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<byte[]> photos = new ArrayList<>();
      for (Path file : files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList()) {
        photos.add(Files.readAllBytes(file));
      }
      return photos;
    }
  }

  /** Drawn JPEGs, all different. */
  static List<byte[]> drawn(int count) {
    List<byte[]> drawn = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      BufferedImage image =
          new BufferedImage(
              160 + random.nextInt(160), 120 + random.nextInt(120), BufferedImage.TYPE_INT_RGB);
      Graphics2D pen = image.createGraphics();
      for (int shape = 0; shape < 12; shape++) {
        pen.setColor(new Color(random.nextInt(1 << 24)));
        pen.fillOval(random.nextInt(200), random.nextInt(150), 60, 40);
      }
      pen.dispose();
      drawn.add(encoded(image, "jpg"));
    }
    return drawn;
  }

  /** Pictures of a red, a green or a blue square somewhere on white, as PNG. */
  static List<byte[]> squares(int count, int side, int square) {
    List<byte[]> drawn = new ArrayList<>();
    Random random = new Random(2);
    Color[] colours = {Color.RED, Color.GREEN, Color.BLUE};
    for (int i = 0; i < count; i++) {
      BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
      Graphics2D pen = image.createGraphics();
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, side, side);
      pen.setColor(colours[i % colours.length]);
      pen.fillRect(
          8 * random.nextInt((side - square) / 8),
          8 * random.nextInt((side - square) / 8),
          square,
          square);
      pen.dispose();
      drawn.add(encoded(image, "png"));
    }
    return drawn;
  }

  private static byte[] encoded(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code count} images, the given ones over and over. */
  static List<byte[]> over(List<byte[]> images, int count) {
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(images.get(i % images.size()));
    }
    return all;
  }
}
