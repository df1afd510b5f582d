package io.github.edgewatt.profiler.experiment.stage;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.nio.file.Path;

/** A stage failed; the message is one line that names its log. */
public final class StageException extends PlatformException {
  private static final long serialVersionUID = 1L;

  public StageException(String message) {
    super(message);
  }

  /** {@code what} happened to a stage, and where to read on. */
  static StageException of(String stage, String what, Path log) {
    String last = LogTail.lastLine(log);
    return new StageException(
        stage + " " + what + (last.isEmpty() ? "" : ": " + last) + " (its log: " + log + ")");
  }
}
