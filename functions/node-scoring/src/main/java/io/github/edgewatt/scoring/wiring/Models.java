package io.github.edgewatt.scoring.wiring;

import io.github.edgewatt.forecaster.curve.PowerCurves;
import java.nio.file.Path;
import java.util.List;

/** Forecaster models that answer in this process. */
final class Models {
  private Models() {}

  /**
   * The models of a file or folder.
   *
   * @throws IllegalArgumentException one line where one cannot be used
   */
  static PowerCurves read(List<Path> given) {
    return given.isEmpty() ? PowerCurves.NONE : PowerCurves.read(given);
  }
}
