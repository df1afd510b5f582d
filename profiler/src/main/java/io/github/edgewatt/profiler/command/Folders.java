package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.RunDirectory;
import io.github.edgewatt.forecaster.shell.UsageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Folders named on the command line. */
final class Folders {
  private Folders() {}

  /** The folder of a run, {@code latest} followed; refused where there is none. */
  static Path ofRun(Path dir) throws UsageException {
    try {
      Path folder = RunDirectory.locate(dir);
      if (Files.isRegularFile(folder.resolve("run.json"))) {
        return folder;
      }
    } catch (DatasetException e) {
      throw new UsageException(e.getMessage());
    }
    throw new UsageException(
        dir
            + " is not the folder of a run (it holds no run.json): name one, such as output/latest");
  }

  /** Refuses a folder to write to that holds something, or that is a file. */
  static void checkFree(Path target) throws UsageException {
    String[] names = target.toFile().list();
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && (names == null || names.length > 0)) {
      throw new UsageException(target + " is not an empty folder: choose a new one");
    }
  }

  /**
   * Refuses a folder that cannot be made, or that takes no files. Tried with an empty file that is
   * gone again: the system's word on permissions is not all there is, as in {@code /proc}.
   *
   * @param option what named it
   */
  static void checkWritable(String option, Path folder) throws UsageException {
    Path nearest = folder.toAbsolutePath().normalize();
    while (nearest.getParent() != null && !Files.exists(nearest, LinkOption.NOFOLLOW_LINKS)) {
      nearest = nearest.getParent();
    }
    String refused = option + " " + folder + " cannot be written: ";
    if (!Files.isDirectory(nearest)) {
      throw new UsageException(refused + nearest + " is not a folder");
    }
    try {
      Files.delete(Files.createTempFile(nearest, ".edgewatt-", ".probe"));
    } catch (NoSuchFileException e) {
      throw new UsageException(refused + nearest + " takes no new files");
    } catch (IOException e) {
      throw new UsageException(
          refused + DatasetException.of("nothing can be made in", nearest, e).getMessage());
    }
  }

  /** What went wrong with a file, and with which, in one line. */
  static String trouble(IOException e) {
    return e instanceof FileSystemException file && file.getFile() != null
        ? file.getFile() + ": " + reason(e)
        : reason(e);
  }

  /** The reason alone, for a line that names the file already. */
  static String reason(IOException e) {
    if (e instanceof CharacterCodingException) {
      return "it is not UTF-8 text";
    }
    String named = DatasetException.of("", Path.of("it"), e).getMessage();
    return named.substring(" it: ".length());
  }
}
