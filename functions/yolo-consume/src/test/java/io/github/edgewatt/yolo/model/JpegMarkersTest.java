package io.github.edgewatt.yolo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JpegMarkersTest {
  @Test
  void tellsBaselineAndProgressiveApart() throws Exception {
    BufferedImage image = Drawn.noisy(80, 60, 30, 1);

    assertThat(JpegMarkers.of(Encoded.jpeg(image, .8f, 3, false)))
        .isEqualTo(new JpegMarkers(true, 1, JpegMarkers.BASELINE, 3, false));
    JpegMarkers progressive = JpegMarkers.of(Encoded.jpeg(image, .8f, 0, true));
    assertThat(progressive.frame()).isEqualTo(JpegMarkers.PROGRESSIVE);
    assertThat(progressive.scans()).isBetween(2, 20);
    assertThat(progressive.ended()).isTrue();
  }

  @Test
  void anEndBehindTheImagesOwnOrInAThumbnailIsNotItsEnd() throws Exception {
    byte[] whole = Encoded.jpeg(Drawn.noisy(80, 60, 30, 2), .8f, 0, false);
    byte[] withThumbnail = withSegment(whole, 0xe1, whole);

    assertThat(JpegMarkers.of(withThumbnail)).isEqualTo(JpegMarkers.of(whole));
    for (int length = whole.length + 4; length < withThumbnail.length; length += 7) {
      assertThat(JpegMarkers.of(Arrays.copyOf(withThumbnail, length)).ended()).isFalse();
    }
  }

  @Test
  void readsFourColoursAndAdobesNote() {
    byte[] frame = {(byte) 0xff, (byte) 0xc0, 0, 20, 8, 0, 1, 0, 1, 4};
    byte[] bare = new byte[2 + 22 + 2];
    System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8}, 0, bare, 0, 2);
    System.arraycopy(frame, 0, bare, 2, frame.length);
    bare[24] = (byte) 0xff;
    bare[25] = (byte) 0xd9;

    assertThat(JpegMarkers.of(bare)).isEqualTo(new JpegMarkers(true, 0, 0xc0, 4, false));
    byte[] note = "Adobe\0d\0\0\0\0\2".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(JpegMarkers.of(withSegment(bare, 0xee, note)).adobe()).isTrue();
  }

  @Test
  void anyBytesAreWalkedToTheirEnd() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      for (int k = 0; k < bytes.length; k += 1 + random.nextInt(6)) {
        bytes[k] = (byte) 0xff;
      }
      assertThat(JpegMarkers.of(bytes).scans()).isBetween(0, 30);
    }
  }

  /** The JPEG with a segment behind its first two bytes. */
  static byte[] withSegment(byte[] jpeg, int kind, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(0xff);
    out.write(kind);
    out.write((content.length + 2) >> 8);
    out.write(content.length + 2);
    out.write(content, 0, content.length);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }
}
