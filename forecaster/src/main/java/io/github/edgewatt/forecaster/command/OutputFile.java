package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.AtomicFiles;
import io.github.edgewatt.forecaster.shell.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that commands write when long work is done. */
final class OutputFile {
  private OutputFile() {}

  /** Refuses a file that could not be written, before the work and not after it. */
  static void check(Path file) throws UsageException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (Files.isDirectory(file)) {
      throw new UsageException(file + " is a folder: name a file");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UsageException("no folder " + folder + " to write " + file.getFileName() + " to");
    }
    if (!Files.isWritable(folder)) {
      throw new UsageException("cannot write to " + folder + ": permission denied");
    }
  }

  /** Replaces {@code file} by {@code text}. */
  static void write(Path file, String text) throws DatasetException {
    try {
      AtomicFiles.replace(file.toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw DatasetException.of("cannot write", file, e);
    }
  }
}
