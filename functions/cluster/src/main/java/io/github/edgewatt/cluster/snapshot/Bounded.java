package io.github.edgewatt.cluster.snapshot;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of which no more than so many bytes are read. */
final class Bounded extends FilterInputStream {
  private final long most;
  private long read;

  Bounded(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int some = super.read(into, offset, length);
    count(Math.max(0, some));
    return some;
  }

  /** Whose stream it is closes it. */
  @Override
  public void close() {
    // Not ours.
  }

  private void count(int bytes) {
    read += bytes;
    if (read > most) {
      throw new IllegalArgumentException("it takes more than the " + most + " bytes it may have");
    }
  }
}
