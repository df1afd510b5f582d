package io.github.edgewatt.yolo.model.jpeg;

import io.github.edgewatt.yolo.detect.Plane;
import java.util.Arrays;

/** Decodes one colour's blocks into its plane, each as soon as its coefficients are known. */
final class ComponentPlane {
  private final Component component;
  private final int[] quantisation;
  private final HuffmanTable dc;
  private final HuffmanTable ac;
  private final int size;
  private final int stride;
  private final byte[] samples;
  private final int[] block = new int[Zigzag.SIZE];
  private final int[] last = new int[2];

  /** Decodes blocks of 8 x 8 to {@code size x size} samples. */
  ComponentPlane(
      Component component, Tables tables, int dc, int ac, int size, int unitsAcross, int unitsDown)
      throws JpegException {
    this.component = component;
    this.dc = tables.dc(dc);
    this.ac = tables.ac(ac);
    this.size = size;
    quantisation = tables.quantisation(component.quantisation());
    stride = unitsAcross * component.across() * size;
    samples = new byte[Math.multiplyExact(stride, unitsDown * component.down() * size)];
  }

  /** Decodes this colour's blocks of one unit. */
  void unit(Coefficients coefficients, int x, int y) throws JpegException {
    for (int row = 0; row < component.down(); row++) {
      for (int column = 0; column < component.across(); column++) {
        coefficients.block(block, dc, ac, quantisation, last);
        int left = (x * component.across() + column) * size;
        int top = (y * component.down() + row) * size;
        Blocks.samples(block, last[1], size, samples, top * stride + left, stride);
        Arrays.fill(block, 0);
      }
    }
  }

  /** Forgets the last block's first coefficient. */
  void restart() {
    last[0] = 0;
  }

  /** What was decoded, of a picture of that size whose units are {@code across x down} blocks. */
  Plane plane(int width, int height, int across, int down) {
    double perPixelX = component.across() * size / (8.0 * across);
    double perPixelY = component.down() * size / (8.0 * down);
    return new Plane(
        samples,
        0,
        1,
        stride,
        (int) Math.ceil(width * perPixelX),
        (int) Math.ceil(height * perPixelY),
        perPixelX,
        perPixelY);
  }
}
