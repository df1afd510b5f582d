package io.github.edgewatt.profiler.experiment.spec;

import java.nio.file.Path;

/**
 * What relative paths of an experiment's file mean: those that begin with {@code ./} or {@code ../}
 * lie beside the file, all others in the checkout.
 *
 * @param home the checkout
 * @param beside the folder the file was given in
 */
public record Paths(Path home, Path beside) {

  /** The absolute path of a path in the file. */
  Path resolve(String text) {
    Path base = text.startsWith("./") || text.startsWith("../") ? beside : home;
    return base.resolve(text).toAbsolutePath().normalize();
  }
}
