package io.github.edgewatt.profiler.faults;

import java.nio.file.Path;

/**
 * One fault to be tried.
 *
 * @param name as it stands in the matrix
 * @param body brings it about and checks what comes of it
 */
record FaultCase(String name, Body body) {

  /** Tries a fault in a folder of its own. */
  @FunctionalInterface
  interface Body {
    FaultLine run(String name, Path folder) throws Exception;
  }

  FaultLine run(Path folder) throws Exception {
    return body.run(name, folder);
  }
}
