package io.github.edgewatt.yolo.wiring;

import io.github.edgewatt.yolo.model.ObjectDetector;
import io.github.edgewatt.yolo.settings.Settings;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the command has read and opened before the server starts: a model takes seconds to open, and
 * a wrong one is to be told before anything else.
 *
 * @param settings as told
 * @param detector open
 */
public record Given(Settings settings, ObjectDetector detector) {
  private static final AtomicReference<Given> LEFT = new AtomicReference<>();

  /** Leaves it for the server of this process. */
  public static void leave(Given given) {
    LEFT.set(given);
  }

  static Given taken() {
    Given given = LEFT.get();
    if (given == null) {
      throw new IllegalStateException("started without its command");
    }
    return given;
  }
}
