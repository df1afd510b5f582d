package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.RunDirectory;
import java.nio.file.Files;
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
}
