package io.github.edgewatt.profiler.kafka.feed;

import io.github.edgewatt.profiler.kafka.feed.images.ImageSet;

/** Images of given sizes; the first byte tells which. */
record SizedImages(int... sizes) implements ImageSet {
  @Override
  public int count() {
    return sizes.length;
  }

  @Override
  public int bytes(int index) {
    return sizes[index];
  }

  @Override
  public byte[] read(int index) {
    byte[] image = new byte[sizes[index]];
    image[0] = (byte) index;
    return image;
  }

  @Override
  public String description() {
    return "sized";
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
