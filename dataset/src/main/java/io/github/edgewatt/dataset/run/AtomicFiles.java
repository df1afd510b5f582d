package io.github.edgewatt.dataset.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Replaces whole files: a reader sees the old content or the new, never a part. */
public final class AtomicFiles {
  private AtomicFiles() {}

  /** Writes beside {@code file}, syncs, and renames over it. */
  public static void replace(Path file, byte[] content) throws IOException {
    try (ReplacedFile replaced = new ReplacedFile(file)) {
      replaced.write(content);
      replaced.commit();
    }
  }

  /** Makes a new or renamed entry of {@code folder} survive a power cut, where that is possible. */
  static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Some systems do not open folders; the file itself is synced.
      return;
    }
  }
}
