package io.github.edgewatt.yolo.model.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.yolo.detect.Picture;
import io.github.edgewatt.yolo.detect.Plane;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decoded here and by the JDK, the same samples come out, but for how halves are rounded. */
class JpegTest {
  private static final int FULL = 1 << 20;

  @ParameterizedTest
  @CsvSource({
    "64, 64, .3, 0",
    "64, 48, .75, 20",
    "61, 37, .75, 60",
    "1, 1, .75, 0",
    "7, 130, .95, 30",
    "200, 9, .5, 120",
    "97, 97, 1, 90",
    "320, 240, .9, 5"
  })
  void decodesLumaAsTheJdkDoes(int width, int height, float quality, int noise) throws Exception {
    byte[] jpeg = Encoded.jpeg(Encoded.noisy(width, height, noise), quality, 0, false);

    Plane luma = Jpeg.of(jpeg).orElseThrow().decode(FULL, FULL).first();
    Raster wanted = raster(jpeg);

    assertThat(luma.width()).isEqualTo(width);
    assertThat(luma.height()).isEqualTo(height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        assertThat(Math.abs(sample(luma, x, y) - wanted.getSample(x, y, 0)))
            .as("at " + x + ", " + y)
            .isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void keepsColoursAtTheSizeTheyAreStoredIn() throws Exception {
    byte[] jpeg = Encoded.jpeg(Encoded.noisy(61, 37, 0), .95f, 0, false);

    Picture picture = Jpeg.of(jpeg).orElseThrow().decode(FULL, FULL);

    assertThat(picture.luma()).isTrue();
    assertThat(picture.second().width()).isEqualTo(31);
    assertThat(picture.second().height()).isEqualTo(19);
    assertThat(picture.second().perPixelX()).isEqualTo(.5);
    Raster wanted = raster(jpeg);
    for (int y = 1; y < 18; y++) {
      for (int x = 1; x < 30; x++) {
        // The JDK's are interpolated, so they are compared where all four are near.
        assertThat(Math.abs(sample(picture.third(), x, y) - wanted.getSample(2 * x, 2 * y, 2)))
            .isLessThanOrEqualTo(8);
      }
    }
  }

  @Test
  void decodesGrey() throws Exception {
    BufferedImage grey = new BufferedImage(45, 33, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSamples(0, 0, 45, 33, 0, new Random(1).ints(45 * 33, 0, 256).toArray());
    byte[] jpeg = Encoded.jpeg(grey, .9f, 0, false);

    Picture picture = Jpeg.of(jpeg).orElseThrow().decode(FULL, FULL);

    assertThat(picture.luma()).isFalse();
    assertThat(picture.first()).isEqualTo(picture.third());
    Raster wanted = raster(jpeg);
    for (int y = 0; y < 33; y++) {
      for (int x = 0; x < 45; x++) {
        assertThat(Math.abs(sample(picture.first(), x, y) - wanted.getSample(x, y, 0)))
            .isLessThanOrEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 100})
  void passesRestartMarkers(int units) throws Exception {
    BufferedImage image = Encoded.noisy(150, 70, 30);
    byte[] plain = Encoded.jpeg(image, .8f, 0, false);
    byte[] marked = Encoded.jpeg(image, .8f, units, false);

    Plane wanted = Jpeg.of(plain).orElseThrow().decode(FULL, FULL).first();
    Plane found = Jpeg.of(marked).orElseThrow().decode(FULL, FULL).first();

    assertThat(found.samples()).isEqualTo(wanted.samples());
  }

  @ParameterizedTest
  @CsvSource({"100, 4", "50, 2", "25, 1"})
  void decodesSmallerWhenFarLessIsNeeded(int needed, int size) throws Exception {
    byte[] jpeg = Encoded.jpeg(Encoded.noisy(400, 400, 0), .95f, 0, false);

    Plane whole = Jpeg.of(jpeg).orElseThrow().decode(FULL, FULL).first();
    Plane small = Jpeg.of(jpeg).orElseThrow().decode(needed, needed).first();

    assertThat(small.width()).isEqualTo(400 * size / 8);
    assertThat(small.perPixelX()).isEqualTo(size / 8.0);
    int step = 8 / size;
    for (int y = 0; y < small.height(); y++) {
      for (int x = 0; x < small.width(); x++) {
        double mean = 0;
        for (int i = 0; i < step * step; i++) {
          mean += sample(whole, x * step + i % step, y * step + i / step);
        }
        assertThat(sample(small, x, y) - mean / (step * step)).isBetween(-6.0, 6.0);
      }
    }
  }

  @Test
  void leavesProgressiveOnesToOthers() throws Exception {
    assertThat(Jpeg.of(Encoded.jpeg(Encoded.noisy(64, 64, 10), .8f, 0, true))).isEmpty();
  }

  @Test
  void refusesOneThatIsCutOffAnywhere() throws Exception {
    byte[] whole = Encoded.jpeg(Encoded.noisy(80, 60, 40), .8f, 3, false);
    for (int length = 3; length < whole.length; length++) {
      byte[] torn = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Jpeg.of(torn).orElseThrow().decode(FULL, FULL))
          .as(length + " of " + whole.length)
          .isInstanceOf(JpegException.class);
    }
  }

  @Test
  void theTransformsOfAllSizesKeepAFlatBlockFlat() {
    for (int size : new int[] {8, 4, 2, 1}) {
      for (int first = -1024; first < 1024; first += 8) {
        int[] block = new int[Zigzag.SIZE];
        block[0] = first;
        byte[] samples = new byte[64];
        Blocks.samples(block, 1, size, samples, 0, 8);
        for (int i = 0; i < size * size; i++) {
          assertThat(samples[i / size * 8 + i % size] & 0xff).isEqualTo(128 + first / 8);
        }
      }
    }
  }

  @Test
  void theTransformIsTheCosinesSum() {
    Random random = new Random(6);
    for (int i = 0; i < 200; i++) {
      int[] block = new int[Zigzag.SIZE];
      for (int k = 0; k < 12; k++) {
        block[random.nextInt(64)] = random.nextInt(161) - 80;
      }
      byte[] samples = new byte[64];
      int[] copy = block.clone();
      Idct.samples(copy, 63, samples, 0, 8);
      for (int at = 0; at < 64; at++) {
        double wanted = Math.max(0, Math.min(255, 128 + cosines(block, at % 8, at / 8)));
        assertThat((samples[at] & 0xff) - wanted).isBetween(-.6, .6);
      }
    }
  }

  /** ITU-T T.81, A.3.3, as it is written. */
  private static double cosines(int[] block, int x, int y) {
    double sum = 0;
    for (int v = 0; v < 8; v++) {
      for (int u = 0; u < 8; u++) {
        sum +=
            (u == 0 ? Math.sqrt(.5) : 1)
                * (v == 0 ? Math.sqrt(.5) : 1)
                * block[8 * v + u]
                * Math.cos((2 * x + 1) * u * Math.PI / 16)
                * Math.cos((2 * y + 1) * v * Math.PI / 16);
      }
    }
    return sum / 4;
  }

  private static int sample(Plane plane, int x, int y) {
    return plane.samples()[plane.offset() + y * plane.rowStep() + x * plane.step()] & 0xff;
  }

  private static Raster raster(byte[] jpeg) throws Exception {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg)));
    try {
      return reader.readRaster(0, null);
    } finally {
      reader.dispose();
    }
  }
}
