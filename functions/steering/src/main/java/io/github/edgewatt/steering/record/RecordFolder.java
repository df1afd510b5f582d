package io.github.edgewatt.steering.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A folder of compressed files whose names sort by time. A file is there as a whole or not at all:
 * it is written beside its place, under a hidden name, and moved there.
 */
public final class RecordFolder {
  private final Path folder;

  /**
   * Makes the folder.
   *
   * @param variable the environment variable that names it
   * @throws IllegalArgumentException one line where it cannot be written to
   */
  public RecordFolder(Path folder, String variable) {
    this.folder = folder;
    IOException failed = null;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      failed = e;
    }
    if (failed != null || !Files.isWritable(folder)) {
      throw new IllegalArgumentException(
          variable + " is '" + folder + "': it must be a folder that can be written to", failed);
    }
  }

  /** Writes a file, or replaces the one of its name. */
  public void write(String name, Content content) throws IOException {
    Path part = folder.resolve("." + name);
    try {
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
        content.writeTo(out);
      }
      Files.move(
          part,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Of the files whose names match {@code pattern} keeps the {@code most} last by name. */
  public void keepLast(int most, String pattern) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(one -> one.getFileName().toString().matches(pattern)).sorted().toList();
    }
    for (Path old : files.subList(0, Math.max(0, files.size() - most))) {
      Files.deleteIfExists(old);
    }
  }

  /** Where it is. */
  @Override
  public String toString() {
    return folder.toString();
  }

  /** What a file holds. */
  @FunctionalInterface
  public interface Content {
    /** Writes it; {@code out} stays open. */
    void writeTo(OutputStream out) throws IOException;
  }
}
