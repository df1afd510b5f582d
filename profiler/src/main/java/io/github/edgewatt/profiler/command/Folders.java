package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.RunDirectory;
import io.github.edgewatt.forecaster.shell.UsageException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
}
