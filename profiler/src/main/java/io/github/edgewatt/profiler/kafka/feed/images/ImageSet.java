package io.github.edgewatt.profiler.kafka.feed.images;

import java.io.Closeable;
import java.io.IOException;

/** Images to send round and round; read by several threads. */
public interface ImageSet extends Closeable {
  /** How many; above 0. */
  int count();

  /** Bytes of an encoded image, known beforehand. */
  int bytes(int index);

  /**
   * An encoded image as it stands in its file.
   *
   * @throws IOException with one line for the user
   */
  byte[] read(int index) throws IOException;

  /** Where they come from and what was left out, in a few words. */
  String description();

  /** Mean size in bytes. */
  default double meanBytes() {
    double sum = 0;
    for (int k = 0; k < count(); k++) {
      sum += bytes(k);
    }
    return sum / count();
  }
}
