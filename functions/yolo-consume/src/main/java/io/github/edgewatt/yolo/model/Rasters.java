package io.github.edgewatt.yolo.model;

import io.github.edgewatt.yolo.detect.Picture;
import io.github.edgewatt.yolo.detect.Plane;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Planes of what ImageIO decoded; without a copy where its bytes can be read as they lie. */
final class Rasters {
  private Rasters() {}

  static Picture picture(BufferedImage image) {
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    if (image.getColorModel() instanceof IndexColorModel) {
      return byColour(image);
    }
    boolean bytes = raster.getSampleModel().getDataType() == DataBuffer.TYPE_BYTE;
    if (bytes && raster.getSampleModel() instanceof ComponentSampleModel model && flat(raster)) {
      return bands < 3
          ? Picture.grey(image.getWidth(), image.getHeight(), plane(raster, model, 0))
          : Picture.rgb(
              image.getWidth(),
              image.getHeight(),
              plane(raster, model, 0),
              plane(raster, model, 1),
              plane(raster, model, 2));
    }
    return bands < 3 ? grey(image) : byColour(image);
  }

  private static boolean flat(Raster raster) {
    return raster.getParent() == null
        && raster.getDataBuffer() instanceof DataBufferByte buffer
        && buffer.getNumBanks() == 1;
  }

  private static Plane plane(Raster raster, ComponentSampleModel model, int band) {
    return Plane.full(
        ((DataBufferByte) raster.getDataBuffer()).getData(),
        model.getBandOffsets()[band],
        model.getPixelStride(),
        model.getScanlineStride(),
        raster.getWidth(),
        raster.getHeight());
  }

  /** Grey of other depths. Java's own conversion would apply a gamma that nobody else applies. */
  private static Picture grey(BufferedImage image) {
    Raster raster = image.getRaster();
    int width = image.getWidth();
    int height = image.getHeight();
    int most = (1 << Math.min(16, raster.getSampleModel().getSampleSize(0))) - 1;
    byte[] samples = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        samples[y * width + x] = (byte) (row[x] * 255L / most);
      }
    }
    return Picture.grey(width, height, Plane.full(samples, 0, 1, width, width, height));
  }

  /** Any other image, by its colour model. Transparency is dropped, not painted on anything. */
  private static Picture byColour(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] samples = new byte[width * height * 3];
    int[] row = new int[width];
    for (int y = 0, at = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++, at += 3) {
        samples[at] = (byte) (row[x] >> 16);
        samples[at + 1] = (byte) (row[x] >> 8);
        samples[at + 2] = (byte) row[x];
      }
    }
    return Picture.rgb(
        width,
        height,
        Plane.full(samples, 0, 3, 3 * width, width, height),
        Plane.full(samples, 1, 3, 3 * width, width, height),
        Plane.full(samples, 2, 3, 3 * width, width, height));
  }
}
