package io.github.edgewatt.forecaster.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.edgewatt.dataset.DatasetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The six published solo profiles: beside the repository, or absent. */
final class PublishedProfiles {
  private PublishedProfiles() {}

  /** The folder; skips the test where it is absent. */
  static Path folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path data = at.resolveSibling("shared").resolve("data/dfaas");
      if (Files.isDirectory(data.resolve("solo"))) {
        return data;
      }
    }
    assumeTrue(false, "skipped: no DFaaS measurements in ../shared/data/dfaas");
    throw new AssertionError();
  }

  static SoloInput read() throws DatasetException {
    return SoloInput.read(List.of(folder().resolve("solo")));
  }
}
