package io.github.edgewatt.yolo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.yolo.detect.Fit;
import io.github.edgewatt.yolo.detect.Letterbox;
import io.github.edgewatt.yolo.detect.Picture;
import io.github.edgewatt.yolo.detect.Plane;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decoded here and by the JDK, the same colours come out, but for how halves are rounded. */
class JpegDecoderTest {
  private static final int FULL = 2000;

  @ParameterizedTest
  @CsvSource({
    "64, 64, .3, 0, false",
    "64, 48, .75, 20, false",
    "61, 37, .75, 60, true",
    "1, 1, .75, 0, false",
    "7, 130, .95, 30, false",
    "200, 9, .5, 120, true",
    "97, 97, 1, 90, false",
    "320, 240, .9, 5, true"
  })
  void decodesAsTheJdkDoes(int width, int height, float quality, int noise, boolean progressive)
      throws Exception {
    byte[] jpeg = Encoded.jpeg(Drawn.noisy(width, height, noise, 1), quality, 0, progressive);

    Picture picture = decode(jpeg, FULL);
    BufferedImage wanted = ImageIO.read(new ByteArrayInputStream(jpeg));

    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        assertThat(distance(picture, x, y, wanted.getRGB(x, y)))
            .as("at " + x + ", " + y)
            .isLessThanOrEqualTo(3);
      }
    }
  }

  @Test
  void decodesGrey() throws Exception {
    BufferedImage grey = new BufferedImage(45, 33, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSamples(0, 0, 45, 33, 0, new Random(1).ints(45 * 33, 0, 256).toArray());
    byte[] jpeg = Encoded.jpeg(grey, .9f, 0, false);

    Picture picture = decode(jpeg, FULL);

    assertThat(picture.red()).isEqualTo(picture.blue());
    BufferedImage wanted = ImageIO.read(new ByteArrayInputStream(jpeg));
    for (int y = 0; y < 33; y++) {
      for (int x = 0; x < 45; x++) {
        assertThat(Math.abs(sample(picture.red(), x, y) - wanted.getRaster().getSample(x, y, 0)))
            .isLessThanOrEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 100})
  void passesRestartMarkers(int units) throws Exception {
    BufferedImage image = Drawn.noisy(150, 70, 30, 2);

    Plane wanted = decode(Encoded.jpeg(image, .8f, 0, false), FULL).green();
    Plane found = decode(Encoded.jpeg(image, .8f, units, false), FULL).green();

    for (int y = 0; y < 70; y++) {
      for (int x = 0; x < 150; x++) {
        assertThat(sample(found, x, y)).isEqualTo(sample(wanted, x, y));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"100, 2", "50, 4", "25, 8", "5, 8"})
  void decodesSmallerWhereFarLessIsNeeded(int needed, int reduction) throws Exception {
    byte[] jpeg = Encoded.jpeg(Drawn.noisy(400, 400, 0, 3), .95f, 0, false);

    Plane whole = decode(jpeg, FULL).red();
    Picture picture = decode(jpeg, needed);

    assertThat(picture.width()).isEqualTo(400);
    Plane small = picture.red();
    assertThat(small.width()).isEqualTo(400 / reduction);
    assertThat(small.perPixel()).isEqualTo(1.0 / reduction);
    for (int y = 0; y < small.height(); y++) {
      for (int x = 0; x < small.width(); x++) {
        double sum = 0;
        for (int i = 0; i < reduction * reduction; i++) {
          sum += sample(whole, x * reduction + i % reduction, y * reduction + i / reduction);
        }
        assertThat(sample(small, x, y) - sum / (reduction * reduction)).isBetween(-6.0, 6.0);
      }
    }
  }

  @Test
  void refusesOneThatIsCutOffAnywhere() throws Exception {
    byte[] whole = Encoded.jpeg(Drawn.noisy(80, 60, 40, 4), .8f, 3, false);
    for (int length = 3; length < whole.length; length++) {
      byte[] torn = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> decode(torn, FULL))
          .as(length + " of " + whole.length)
          .isInstanceOf(BadImageException.class);
    }
  }

  @Test
  void refusesOneWithAPartMissingInItsMiddle() throws Exception {
    byte[] whole = Encoded.jpeg(Drawn.noisy(80, 60, 40, 5), .8f, 3, false);
    int half = whole.length / 2;
    byte[] holed = Arrays.copyOf(whole, whole.length - 200);
    System.arraycopy(whole, half + 200, holed, half, whole.length - half - 200);

    assertThatThrownBy(() -> decode(holed, FULL)).hasMessage("a torn or broken JPEG image");
  }

  @Test
  void doesNotMindWhatACameraLeftBehindTheEnd() throws Exception {
    byte[] whole = Encoded.jpeg(Drawn.noisy(80, 60, 40, 6), .8f, 0, false);
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      byte[] film = new byte[30_000];
      random.nextBytes(film);
      byte[] both = Arrays.copyOf(whole, whole.length + film.length);
      System.arraycopy(film, 0, both, whole.length, film.length);

      assertThat(decode(both, FULL).width()).isEqualTo(80);
    }
  }

  @Test
  void refusesASmallFileOfManyScans() throws Exception {
    byte[] whole = Encoded.jpeg(Drawn.noisy(80, 60, 40, 8), .8f, 0, true);
    int last = whole.length - 2;
    while (whole[last] != (byte) 0xff || whole[last + 1] != (byte) 0xda) {
      last--;
    }
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    many.write(whole, 0, last);
    for (int i = 0; i < 101; i++) {
      many.write(whole, last, whole.length - 2 - last);
    }
    many.write(whole, whole.length - 2, 2);

    assertThatThrownBy(() -> decode(many.toByteArray(), FULL))
        .hasMessageMatching("a JPEG image in 1\\d\\d scans; at most 100 are decoded");
  }

  @Test
  void refusesWhatIsSeldomDecodedRight() throws Exception {
    byte[] lossless = Encoded.jpeg(Drawn.noisy(80, 60, 40, 9), .8f, 0, false);
    for (int i = 2; ; i++) {
      if (lossless[i] == (byte) 0xff && lossless[i + 1] == (byte) 0xc0) {
        lossless[i + 1] = (byte) 0xc3;
        break;
      }
    }

    assertThatThrownBy(() -> decode(lossless, FULL))
        .hasMessage(
            "a JPEG image of a rare coding (frame c3); baseline and progressive ones are looked at");
  }

  @Test
  void aProgressiveOneIsHeldWholeAndMayHaveAQuarterOfThePixels() throws Exception {
    BufferedImage image = Drawn.noisy(80, 60, 40, 10);
    ImageDecoder small = new ImageDecoder(4 * 80 * 60 - 4);

    assertThat(decode(small, Encoded.jpeg(image, .8f, 0, false), FULL).width()).isEqualTo(80);
    assertThatThrownBy(() -> decode(small, Encoded.jpeg(image, .8f, 0, true), FULL))
        .hasMessage(
            "a JPEG image in several scans of 80 x 60 pixels; at most 4799 are looked at in such a one");
  }

  private static Picture decode(byte[] jpeg, int needed) throws BadImageException {
    return decode(new ImageDecoder(1_000_000), jpeg, needed);
  }

  private static Picture decode(ImageDecoder decoder, byte[] jpeg, int needed)
      throws BadImageException {
    return decoder.decode(
        jpeg, (wide, high) -> Letterbox.of(Fit.TOP_LEFT, wide, high, needed, needed));
  }

  private static int distance(Picture picture, int x, int y, int colour) {
    int red = Math.abs(sample(picture.red(), x, y) - (colour >> 16 & 0xff));
    int green = Math.abs(sample(picture.green(), x, y) - (colour >> 8 & 0xff));
    int blue = Math.abs(sample(picture.blue(), x, y) - (colour & 0xff));
    return Math.max(red, Math.max(green, blue));
  }

  private static int sample(Plane plane, int x, int y) {
    return plane.samples()[plane.offset() + y * plane.rowStep() + x * plane.step()] & 0xff;
  }
}
