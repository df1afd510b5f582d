package io.github.edgewatt.profiler.kafka.feed.images;

import io.jhdf.HdfFile;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The frames of an HDF5 file: {@code sensors/<name>} (encoded images as variable-length byte
 * arrays), {@code is_enabled/<name>} and {@code metadata}.
 *
 * <p>Memory holds {@link KeptImages#MOST_BYTES} of them at most; the rest is read when its turn
 * comes.
 */
final class Hdf5Images implements ImageSet {
  private final Path path;
  private final HdfFile file;
  private final Hdf5Frames frames;
  private final int[] sizes;
  private final KeptImages kept;

  private Hdf5Images(Path path, HdfFile file, Hdf5Frames frames, int[] sizes, KeptImages kept) {
    this.path = path;
    this.file = file;
    this.frames = frames;
    this.sizes = sizes;
    this.kept = kept;
  }

  static Hdf5Images open(Path path) throws IOException {
    return open(path, KeptImages.MOST_BYTES);
  }

  static Hdf5Images open(Path path, long mostBytes) throws IOException {
    HdfFile file = null;
    try {
      file = new HdfFile(path);
      Hdf5Frames frames = Hdf5Frames.of(file);
      if (frames.frames().isEmpty()) {
        throw new IOException("it holds no enabled frames");
      }
      int[] sizes = new int[frames.frames().size()];
      KeptImages kept = new KeptImages(sizes.length, mostBytes);
      for (int k = 0; k < sizes.length; k++) {
        HeapBytes frame = frames.frames().get(k);
        KeptImages.check("frame " + k, frame.length());
        sizes[k] = frame.length();
        if (kept.hasRoom(sizes[k])) {
          kept.offer(k, frame.read(file.getHdfBackingStorage()));
        }
      }
      return new Hdf5Images(path, file, frames, sizes, kept);
    } catch (IOException | RuntimeException e) {
      // What a damaged file makes the library throw cannot be foretold.
      if (file != null) {
        file.close();
      }
      throw new IOException(path + " cannot be read as HDF5 of images: " + innermost(e), e);
    }
  }

  private static String innermost(Exception e) {
    Throwable at = e;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return String.valueOf(at.getMessage()).lines().findFirst().orElse("");
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
    if (image != null) {
      return image;
    }
    // The reader keeps state of its own while it reads.
    synchronized (file) {
      try {
        return frames.frames().get(index).read(file.getHdfBackingStorage());
      } catch (HdfException e) {
        throw new IOException(path + " cannot be read any more: " + innermost(e), e);
      }
    }
  }

  @Override
  public String description() {
    return path
        + (frames.leftOut() == 0
            ? ""
            : " without " + frames.leftOut() + " disabled or empty frames");
  }

  @Override
  public void close() {
    file.close();
  }
}
