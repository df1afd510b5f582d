package io.github.edgewatt.yolo.model.jpeg;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** JPEGs of the JDK's writer. */
final class Encoded {
  private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

  private Encoded() {}

  /** Encodes; {@code restart}: units between restart markers, 0 for none. */
  static byte[] jpeg(BufferedImage image, float quality, int restart, boolean progressive)
      throws Exception {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(quality);
    if (progressive) {
      how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), how);
    if (restart > 0) {
      IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
      IIOMetadataNode interval = new IIOMetadataNode("dri");
      interval.setAttribute("interval", Integer.toString(restart));
      root.getElementsByTagName("markerSequence").item(0).appendChild(interval);
      metadata.setFromTree(FORMAT, root);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, metadata), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** A picture of smooth colours and some noise, always the same. */
  static BufferedImage noisy(int width, int height, int noise) {
    Random random = new Random(noise);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int red = shade(255.0 * x / width, noise, random);
        int green = shade(255.0 * y / height, noise, random);
        int blue = shade(127 + 100 * Math.sin(x * .04 + y * .03), noise, random);
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return image;
  }

  private static int shade(double value, int noise, Random random) {
    int jitter = noise == 0 ? 0 : random.nextInt(2 * noise + 1) - noise;
    return Math.max(0, Math.min(255, (int) value + jitter));
  }
}
