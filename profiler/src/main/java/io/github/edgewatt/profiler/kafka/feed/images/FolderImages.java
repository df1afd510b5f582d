package io.github.edgewatt.profiler.kafka.feed.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The JPEG and PNG files of a folder, in the order of their names. */
final class FolderImages implements ImageSet {
  private final Path folder;
  private final List<Path> files;
  private final int[] sizes;
  private final KeptImages kept;

  private FolderImages(Path folder, List<Path> files, int[] sizes, KeptImages kept) {
    this.folder = folder;
    this.files = files;
    this.sizes = sizes;
    this.kept = kept;
  }

  static FolderImages open(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(FolderImages::isImage).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new IOException(folder + " holds no .jpg, .jpeg or .png files");
    }
    int[] sizes = new int[files.size()];
    KeptImages kept = new KeptImages(files.size(), KeptImages.MOST_BYTES);
    for (int k = 0; k < sizes.length; k++) {
      KeptImages.check(files.get(k).toString(), Files.size(files.get(k)));
      byte[] image = Files.readAllBytes(files.get(k));
      sizes[k] = image.length;
      kept.offer(k, image);
    }
    return new FolderImages(folder, files, sizes, kept);
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.matches("[^.].*\\.(jpe?g|png)") && Files.isRegularFile(file);
  }

  @Override
  public int count() {
    return sizes.length;
  }

  @Override
  public int bytes(int index) {
    return sizes[index];
  }

  @Override
  public byte[] read(int index) throws IOException {
    byte[] image = kept.get(index);
    if (image == null) {
      image = Files.readAllBytes(files.get(index));
      if (image.length != sizes[index]) {
        throw new IOException(files.get(index) + " changed while it was being sent");
      }
    }
    return image;
  }

  @Override
  public String description() {
    return folder.toString();
  }

  @Override
  public void close() {
    // Files are open only while they are read.
  }
}
