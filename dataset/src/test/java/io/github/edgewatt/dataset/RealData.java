package io.github.edgewatt.dataset;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Published measurements that are not part of the product: beside the repository, or absent. */
public final class RealData {
  private RealData() {}

  /** The folder of DFaaS measurements; skips the test where it is absent. */
  public static Path dfaas() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path data = at.resolveSibling("shared").resolve("data/dfaas");
      if (Files.isDirectory(data)) {
        return data;
      }
    }
    assumeTrue(false, "skipped: no DFaaS measurements in ../shared/data/dfaas");
    throw new AssertionError();
  }
}
