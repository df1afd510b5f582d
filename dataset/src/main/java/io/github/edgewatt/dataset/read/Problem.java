package io.github.edgewatt.dataset.read;

import java.nio.file.Path;

/**
 * Something in a file that could not be used.
 *
 * @param file where
 * @param line from 1; 0 for the file as a whole
 * @param what one line for the user
 */
public record Problem(Path file, long line, String what) {

  /** {@code file:line: what}. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + what;
  }
}
