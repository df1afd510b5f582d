package io.github.edgewatt.profiler.kafka.feed.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens images by the words of the command line. */
public final class ImageSets {
  private static final Pattern GENERATED =
      Pattern.compile("generated(?::(\\d{1,7})(?::(\\d{1,9}))?)?");
  private static final int COUNT = 20;
  private static final int BYTES = 50_000;

  private ImageSets() {}

  /**
   * Opens a folder of JPEG and PNG files, an HDF5 file, or {@code generated[:COUNT[:BYTES]]}.
   *
   * @throws IOException with one line for the user
   */
  public static ImageSet open(String words) throws IOException {
    Matcher generated = GENERATED.matcher(words);
    if (generated.matches()) {
      return generated(number(generated.group(1), COUNT), number(generated.group(2), BYTES));
    }
    Path path = Path.of(words);
    if (Files.isDirectory(path)) {
      return FolderImages.open(path);
    }
    if (Files.isRegularFile(path)) {
      return Hdf5Images.open(path);
    }
    throw new IOException(
        "'" + words + "' is no folder, no HDF5 file and not generated[:COUNT[:BYTES]]");
  }

  private static ImageSet generated(int count, int bytes) throws IOException {
    if (count < 1
        || bytes < GeneratedImages.LEAST_BYTES
        || bytes > KeptImages.LARGEST_BYTES
        || (long) count * bytes > KeptImages.MOST_BYTES) {
      throw new IOException(
          "generated:%d:%d: ask for 1 image or more of %,d bytes to 10 MiB, 128 MiB together"
              .formatted(count, bytes, GeneratedImages.LEAST_BYTES));
    }
    return new GeneratedImages(count, bytes);
  }

  private static int number(String text, int otherwise) {
    return text == null ? otherwise : Integer.parseInt(text);
  }
}
