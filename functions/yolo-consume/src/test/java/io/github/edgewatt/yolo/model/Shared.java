package io.github.edgewatt.yolo.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real models and photos, which lie beside a checkout or not at all. */
final class Shared {
  private Shared() {}

  /** A file or folder of {@code ../shared}; the test is skipped, saying so, where it is absent. */
  static Path path(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path found = at.resolveSibling("shared").resolve(name);
      if (Files.exists(found)) {
        return found;
      }
    }
    assumeTrue(false, "skipped: no ../shared/" + name + " beside this checkout");
    throw new IllegalStateException("not reached");
  }
}
