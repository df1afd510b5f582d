package io.github.edgewatt.profiler.experiment.spec;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line says in place of the file; its relative paths lie in the working folder.
 *
 * @param model in place of {@code consumers.model} and {@code sweep.models}
 * @param images in place of {@code feed.images}
 */
public record Overrides(Optional<String> model, Optional<String> images) {
  /** The file as it is. */
  public static final Overrides NONE = new Overrides(Optional.empty(), Optional.empty());

  /** The same with absolute paths, so that they hold wherever the experiment is taken up again. */
  public Overrides absolute() {
    return new Overrides(
        model.map(text -> text.startsWith(Consumers.SYNTHETIC) ? text : absolute(text)),
        images.map(text -> ImagesAndModels.isGenerated(text) ? text : absolute(text)));
  }

  private static String absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize().toString();
  }
}
