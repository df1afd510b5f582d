package io.github.edgewatt.profiler.kafka.feed.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSetsTest {
  @TempDir Path folder;

  private static Path hdf5() throws URISyntaxException {
    return Path.of(ImageSetsTest.class.getResource("/hdf5/frames.hdf5").toURI());
  }

  private static BufferedImage decoded(ImageSet set, int index) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(set.read(index)));
  }

  /** What make.py wrote: sides 10 to 14 without 11, then 20, 21, 23, 24. */
  @ParameterizedTest
  @ValueSource(longs = {0, 200, 1 << 20})
  void framesComeInSensorOrderWhateverIsKept(long mostBytes) throws Exception {
    try (ImageSet set = Hdf5Images.open(hdf5(), mostBytes)) {
      int[] sides = {10, 12, 13, 14, 20, 21, 23, 24};
      assertThat(set.count()).isEqualTo(sides.length);
      for (int k = 0; k < sides.length; k++) {
        BufferedImage image = decoded(set, k);
        assertThat(image.getWidth()).as("frame %d", k).isEqualTo(sides[k]);
        assertThat(set.read(k)).hasSize(set.bytes(k));
        int left = sides[k] < 20 ? 0xff0000 : 0x00ff00;
        assertThat(image.getRGB(1, 0) & 0xffff00).isEqualTo(left);
        assertThat(image.getRGB(3, 3) & 0xffffff).isZero();
      }
      assertThat(set.description()).endsWith("frames.hdf5 without 2 disabled or empty frames");
    }
  }

  @Test
  void aDamagedFileIsOneLine() throws Exception {
    byte[] whole = Files.readAllBytes(hdf5());
    Path half = folder.resolve("half.hdf5");
    Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 3));
    assertThatThrownBy(() -> ImageSets.open(half.toString()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(half + " cannot be read as HDF5 of images: ")
        .message()
        .hasLineCount(1);
    Path text = Files.writeString(folder.resolve("text.hdf5"), "no images");
    assertThatThrownBy(() -> ImageSets.open(text.toString())).isInstanceOf(IOException.class);
  }

  @Test
  void aFoldersPicturesComeByName() throws Exception {
    Files.write(folder.resolve("b.PNG"), new byte[] {2});
    Files.write(folder.resolve("a.jpeg"), new byte[] {1, 1});
    Files.write(folder.resolve("c.jpg"), new byte[] {3, 3, 3});
    Files.write(folder.resolve("notes.txt"), new byte[] {9});
    Files.write(folder.resolve(".hidden.jpg"), new byte[] {9});
    try (ImageSet set = ImageSets.open(folder.toString())) {
      assertThat(set.count()).isEqualTo(3);
      assertThat(set.read(0)).containsExactly(1, 1);
      assertThat(set.read(1)).containsExactly(2);
      assertThat(set.bytes(2)).isEqualTo(3);
      assertThat(set.meanBytes()).isEqualTo(2);
    }
  }

  @Test
  void emptyFilesAndFoldersAreRefused() throws Exception {
    assertThatThrownBy(() -> ImageSets.open(folder.toString()))
        .hasMessage(folder + " holds no .jpg, .jpeg or .png files");
    Files.createFile(folder.resolve("a.jpg"));
    assertThatThrownBy(() -> ImageSets.open(folder.toString()))
        .hasMessageContaining("a.jpg has 0 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "generated, 20, 50000",
    "generated:3, 3, 50000",
    "generated:2:5000, 2, 5000",
    "generated:1:300001, 1, 300001"
  })
  void drawnPicturesAreOfTheirSize(String words, int count, int bytes) throws Exception {
    try (ImageSet set = ImageSets.open(words);
        ImageSet again = ImageSets.open(words)) {
      assertThat(set.count()).isEqualTo(count);
      for (int k = 0; k < count; k++) {
        assertThat(set.bytes(k)).isCloseTo(bytes, within(3));
        assertThat(set.read(k)).isEqualTo(again.read(k));
        BufferedImage image = decoded(set, k);
        assertThat(image.getWidth()).isGreaterThan(image.getHeight());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "generated:0",
        "generated:1:1999",
        "generated:1:11000000",
        "generated:9999:999999",
        "generated:x",
        "nowhere"
      })
  void otherWordsAreRefusedInALine(String words) {
    assertThatThrownBy(() -> ImageSets.open(words))
        .isInstanceOf(IOException.class)
        .message()
        .hasLineCount(1);
  }
}
