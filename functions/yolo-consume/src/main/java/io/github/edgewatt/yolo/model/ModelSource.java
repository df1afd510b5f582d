package io.github.edgewatt.yolo.model;

import ai.onnxruntime.OrtSession;
import io.github.edgewatt.yolo.graph.SyntheticModel;
import io.github.edgewatt.yolo.graph.TinyModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a model comes from.
 *
 * @param name its name in results
 * @param session the runtime's
 * @param names its classes' names, where it brings them
 */
record ModelSource(String name, OrtSession session, Optional<List<String>> names) {
  /** The generated model that finds coloured squares. */
  static final String TINY = "tiny";

  private static final int TINY_SIDE = 320;

  /**
   * Opens a file, or generates a model.
   *
   * @throws IllegalArgumentException where there is no such model
   */
  static ModelSource open(ModelSettings settings) {
    String model = settings.model();
    if (settings.threads() < 1) {
      throw new IllegalArgumentException(
          "a model runs on 1 thread or more, not " + settings.threads());
    }
    if (model.startsWith(SyntheticModel.PREFIX)) {
      SyntheticModel synthetic = SyntheticModel.of(model, settings.resolution());
      return new ModelSource(
          synthetic.name(), Sessions.open(synthetic.bytes(), settings.threads()), Optional.empty());
    }
    if (model.equals(TINY)) {
      byte[] bytes = TinyModel.bytes(settings.resolution().orElse(TINY_SIDE));
      return new ModelSource(
          TINY, Sessions.open(bytes, settings.threads()), Optional.of(TinyModel.NAMES));
    }
    Path file = Path.of(model);
    return new ModelSource(name(file), Sessions.open(file, settings.threads()), Optional.empty());
  }

  private static String name(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
