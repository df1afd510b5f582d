package io.github.edgewatt.nodeforecast.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a model's file.
 *
 * @param name the model's
 * @param status of the file, as it is now
 * @param problem why the file as it is now is not served; empty where it is
 * @param since when the file came to this
 * @param loaded the model that is served under this name; empty where none ever was
 */
public record FileState(
    String name,
    Path file,
    Status status,
    Optional<String> problem,
    Instant since,
    Optional<LoadedModel> loaded) {

  /** How a file is. */
  public enum Status {
    /** Its model is served. */
    SERVING,
    /** It was refused; an older model is served where there is one. */
    REFUSED,
    /** It is gone; its model is still served. */
    REMOVED
  }
}
