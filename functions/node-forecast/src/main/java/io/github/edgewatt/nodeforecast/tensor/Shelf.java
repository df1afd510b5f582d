package io.github.edgewatt.nodeforecast.tensor;

import io.github.edgewatt.nodeforecast.protocol.Refused;
import java.util.List;

/** The models that can be asked now. */
public interface Shelf {
  /**
   * The model called {@code name}.
   *
   * @throws Refused 404 where there is none; 503 where its file was refused, or none is loaded at
   *     all
   */
  Servable servable(String name);

  /** The names of all, sorted. */
  List<String> names();

  /** Whether any model can be asked. */
  default boolean ready() {
    return !names().isEmpty();
  }

  /** The model, where {@code version} is its version; else 404. */
  default Servable servable(String name, String version) {
    Servable servable = servable(name);
    if (!version.equals(Long.toString(servable.version()))) {
      throw new Refused(
          404, "model %s has no version %s, only %d".formatted(name, version, servable.version()));
    }
    return servable;
  }
}
