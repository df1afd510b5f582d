package io.github.edgewatt.yolo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.yolo.detect.Fit;
import io.github.edgewatt.yolo.detect.Letterbox;
import io.github.edgewatt.yolo.detect.Picture;
import io.github.edgewatt.yolo.detect.Plane;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
  private final ImageDecoder decoder = new ImageDecoder(1_000_000);

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp"})
  void decodesEveryPixel(String format) throws Exception {
    BufferedImage drawn = Drawn.noisy(61, 37, 40, 1);

    Picture picture = decode(Drawn.encoded(drawn, format));

    assertThat(picture.width()).isEqualTo(61);
    assertThat(picture.height()).isEqualTo(37);
    for (int y = 0; y < 37; y++) {
      for (int x = 0; x < 61; x++) {
        assertThat(colour(picture, x, y)).isEqualTo(drawn.getRGB(x, y) & 0xffffff);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_INT_RGB
      })
  void decodesEveryKindOfPng(int type) throws Exception {
    BufferedImage drawn = new BufferedImage(8, 4, type);
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 8; x++) {
        drawn.setRGB(x, y, x < 4 ? 0xff000000 : 0xffffffff);
      }
    }

    Picture picture = decode(Drawn.encoded(drawn, "png"));

    assertThat(colour(picture, 1, 1)).isZero();
    assertThat(colour(picture, 6, 3)).isEqualTo(0xffffff);
  }

  @Test
  void keepsGreyAsItIsStored() throws Exception {
    BufferedImage drawn = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    drawn.getRaster().setSample(0, 0, 0, 114);
    drawn.getRaster().setSample(1, 0, 0, 30);

    Picture picture = decode(Drawn.encoded(drawn, "png"));

    assertThat(colour(picture, 0, 0)).isEqualTo(0x727272);
    assertThat(colour(picture, 1, 0)).isEqualTo(0x1e1e1e);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "gif", "bmp"})
  void refusesEveryTornImage(String format) {
    byte[] whole = Drawn.encoded(Drawn.noisy(97, 61, 30, 2), format);
    for (int length = 1; length < whole.length - 12; length += 1 + whole.length / 60) {
      refused(Arrays.copyOf(whole, length));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "gif", "bmp"})
  void aBrokenByteIsAWrongPictureOrAMistakeButNeverMore(String format) {
    byte[] whole = Drawn.encoded(Drawn.noisy(64, 48, 30, 3), format);
    Random random = new Random(4);
    for (int i = 0; i < 400; i++) {
      byte[] broken = whole.clone();
      broken[4 + random.nextInt(whole.length - 4)] = (byte) random.nextInt(256);
      try {
        assertThat(decode(broken).width()).isPositive();
      } catch (BadImageException e) {
        assertThat(e.getMessage().lines()).hasSize(1);
      }
    }
  }

  @Test
  void refusesWhatIsNoImage() {
    refused(new byte[0]).hasMessage("no image: 0 bytes");
    refused("GET / HTTP/1.1".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        .hasMessage("14 bytes that are no JPEG, PNG, GIF or BMP image");
    byte[] garbage = new byte[5000];
    new Random(5).nextBytes(garbage);
    refused(garbage);
    refused(new byte[ImageDecoder.MAX_BYTES + 1])
        .hasMessage("an image of 33554433 bytes; at most 33554432 are looked at");
  }

  @Test
  void refusesABombByItsHeader() {
    refused(bomb(60_000, 60_000))
        .hasMessage("a PNG image of 60000 x 60000 pixels; at most 1000000 are looked at");
    byte[] jpeg = Drawn.encoded(Drawn.grey(16, 16), "jpg");
    int frame = frame(jpeg);
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 65_500).putShort(frame + 7, (short) 65_500);
    refused(jpeg).hasMessage("a JPEG image of 65500 x 65500 pixels; at most 1000000 are looked at");
  }

  @Test
  void refusesWhatNeedsMoreThanItsShareOfTheMemory() throws Exception {
    ImageLimits limits = new ImageLimits(1_000_000, 3_000_000);

    limits.check(ImageFormat.PNG, 1_000, 1_000, 3_000_000);
    assertThatThrownBy(() -> limits.check(ImageFormat.PNG, 1_000, 1_000, 9_000_000))
        .isInstanceOf(BadImageException.class)
        .hasMessage(
            "a PNG image of 1000 x 1000 pixels, which needs 9 MB of memory; one may take 3");
    assertThat(ImageLimits.of(7).heapBytes()).isBetween(1L << 20, Runtime.getRuntime().maxMemory());
  }

  /** Where a JPEG's frame begins, by its marker. */
  private static int frame(byte[] jpeg) {
    for (int i = 2; ; i++) {
      if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xc0) {
        return i;
      }
    }
  }

  /** A PNG of nothing but a header, which says that it is huge. */
  private static byte[] bomb(int width, int height) {
    ByteBuffer chunk = ByteBuffer.allocate(17);
    chunk.put(new byte[] {'I', 'H', 'D', 'R'}).putInt(width).putInt(height);
    chunk.put(new byte[] {8, 2, 0, 0, 0});
    CRC32 sum = new CRC32();
    sum.update(chunk.array());
    return ByteBuffer.allocate(33)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
        .putInt(13)
        .put(chunk.array())
        .putInt((int) sum.getValue())
        .array();
  }

  private Picture decode(byte[] bytes) throws BadImageException {
    return decoder.decode(
        bytes, (width, height) -> Letterbox.of(Fit.TOP_LEFT, width, height, 416, 416));
  }

  private AbstractThrowableAssert<?, ?> refused(byte[] bytes) {
    return assertThatThrownBy(() -> decode(bytes))
        .as(bytes.length + " bytes")
        .isInstanceOf(BadImageException.class)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  private static int colour(Picture picture, int x, int y) {
    return sample(picture.red(), x, y) << 16
        | sample(picture.green(), x, y) << 8
        | sample(picture.blue(), x, y);
  }

  private static int sample(Plane plane, int x, int y) {
    return plane.samples()[plane.offset() + y * plane.rowStep() + x * plane.step()] & 0xff;
  }
}
