package io.github.edgewatt.profiler.kafka.feed.images;

import java.io.IOException;

/**
 * The first images of a set in memory, as many as fit in a bound; the others are read each time.
 */
final class KeptImages {
  /** Of the 512 MiB that the launcher gives; 64 MiB are the producer's. */
  static final long MOST_BYTES = 128L << 20;

  /** An image above this is no image: the topics' bound. */
  static final int LARGEST_BYTES = 10 << 20;

  private final byte[][] kept;
  private final long mostBytes;
  private long bytes;

  KeptImages(int count, long mostBytes) {
    kept = new byte[count][];
    this.mostBytes = mostBytes;
  }

  /** Keeps an image if there is room. */
  void offer(int index, byte[] image) {
    if (hasRoom(image.length)) {
      kept[index] = image;
      bytes += image.length;
    }
  }

  boolean hasRoom(int length) {
    return bytes + length <= mostBytes;
  }

  /** The image, or null where it was not kept. */
  byte[] get(int index) {
    return kept[index];
  }

  /** Refuses what no topic takes. */
  static void check(String name, long bytes) throws IOException {
    if (bytes == 0 || bytes > LARGEST_BYTES) {
      throw new IOException(
          name + " has " + bytes + " bytes: images have 1 byte to 10 MiB, take it out");
    }
  }
}
