package io.github.edgewatt.profiler.measure.prometheus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An answer that ends with an error where it gets too large. */
final class BoundedInput extends FilterInputStream {
  private final long most;
  private long read;

  /** More was sent than is read. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long most) {
      super("more than " + most + " bytes");
    }
  }

  BoundedInput(InputStream in, long most) {
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
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int some = super.read(buffer, offset, length);
    count(Math.max(0, some));
    return some;
  }

  private void count(int bytes) throws TooLargeException {
    read += bytes;
    if (read > most) {
      throw new TooLargeException(most);
    }
  }
}
