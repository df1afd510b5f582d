package io.github.edgewatt.yolo.model.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Takes entropy-coded bytes apart at their markers, and the zeros out that are stuffed in after
 * each byte of 0xff, so that the loop over bits need not look at bytes. Source: ITU-T T.81,
 * B.1.1.5.
 */
final class Segments {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long TOPS = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;

  /** Zeros behind a segment: what a block reads past its end at most, 65 symbols of 31 bits. */
  private static final int MARGIN = 512;

  private final byte[] scan;
  private final byte[] bytes;
  private int from;
  private int length = -1;

  Segments(byte[] scan, int from) {
    this.scan = scan;
    this.from = from;
    bytes = new byte[scan.length - from + MARGIN];
  }

  /** The segment's bytes, and zeros behind them. */
  byte[] bytes() {
    return bytes;
  }

  /** How many bytes are the segment's. */
  int length() {
    return length;
  }

  /** Reads on to the next marker; before any but the first segment a restart marker is passed. */
  void next() throws JpegException {
    if (length >= 0) {
      if (from + 1 >= scan.length || (scan[from + 1] & 0xf8) != 0xd0) {
        throw new JpegException("a restart marker is missing");
      }
      from += 2;
    }
    int in = from;
    int out = 0;
    while (in < scan.length) {
      if (in + 8 <= scan.length) {
        long eight = (long) LONGS.get(scan, in);
        // A byte of 0xff has its top bit set, and loses it when 1 is added to it.
        if ((eight & TOPS & ~(eight + ONES)) == 0) {
          LONGS.set(bytes, out, eight);
          in += 8;
          out += 8;
          continue;
        }
      }
      byte one = scan[in];
      if (one == -1) {
        if (in + 1 >= scan.length) {
          break;
        }
        // Fill bytes before a marker are passed like stuffing is.
        if (scan[in + 1] == -1) {
          in++;
          continue;
        }
        if (scan[in + 1] != 0) {
          break;
        }
        in++;
      }
      in++;
      bytes[out++] = one;
    }
    from = in;
    length = out;
    Arrays.fill(bytes, out, Math.min(bytes.length, out + MARGIN), (byte) 0);
  }

  /** Whether the image's end comes next. */
  boolean end() {
    return from + 1 < scan.length && (scan[from] & 0xff) == 0xff && (scan[from + 1] & 0xff) == 0xd9;
  }
}
