package io.github.edgewatt.nodeforecast.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

/**
 * What tells cheaply that a file changed.
 *
 * @param modified its time of modification
 * @param size in bytes
 * @param key of the file itself, so that another under the same name is told apart; empty where the
 *     file system has none
 */
record Fingerprint(Instant modified, long size, String key) {

  /** Of the file that {@code path} leads to; empty where none is there, or it cannot be seen. */
  static Optional<Fingerprint> of(Path path) {
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      String key = String.valueOf(file.fileKey());
      return file.isRegularFile()
          ? Optional.of(new Fingerprint(file.lastModifiedTime().toInstant(), file.size(), key))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
