package io.github.edgewatt.yolo.model.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads a block's coefficients from entropy-coded bits.
 *
 * <p>Bits wait in the upper end of a long, which is filled up without a branch: at least 56 of them
 * before each symbol, of which the longest code and the longest value together take 31. Source:
 * ITU-T T.81, F.2.
 */
final class Coefficients {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final String TORN = "it ends before its last pixel";
  private static final int[] ORDER = Zigzag.order();

  private final Segments segments;
  private byte[] bytes;
  private int at;
  private long waiting;
  private int bits;

  Coefficients(Segments segments) throws JpegException {
    this.segments = segments;
    restart();
  }

  /**
   * Reads one block.
   *
   * @param block receives coefficients times their quantisation, row by row; zeros before
   * @param last the component's last first coefficient, not yet multiplied, at 0; receives this
   *     block's, and at 1 the greatest index in zigzag order that was set
   */
  void block(int[] block, HuffmanTable dc, HuffmanTable ac, int[] quantisation, int[] last)
      throws JpegException {
    // Reading goes on in zeros past the end, for one block and no further.
    if (at > segments.length() + Long.BYTES) {
      throw new JpegException(TORN);
    }
    fill();
    int entry = dc.look((int) (waiting >>> (64 - HuffmanTable.LOOK)));
    if (entry == 0) {
      entry = longCode(dc, waiting);
    }
    take(entry & HuffmanTable.LENGTH);
    int size = (entry >> 12) & 15;
    if (size > 0) {
      last[0] += HuffmanTable.value((int) (waiting >>> (64 - size)), size);
      take(size);
    }
    block[0] = last[0] * quantisation[0];
    last[1] = others(block, ac, quantisation);
  }

  private int others(int[] block, HuffmanTable table, int[] quantisation) throws JpegException {
    // In locals the loop keeps all of it in registers.
    byte[] bytes = this.bytes;
    int at = this.at;
    long waiting = this.waiting;
    int bits = this.bits;
    int greatest = 0;
    int k = 1;
    while (k < Zigzag.SIZE) {
      waiting |= (long) LONGS.get(bytes, at) >>> bits;
      at += (63 - bits) >> 3;
      bits |= 56;
      int entry = table.look((int) (waiting >>> (64 - HuffmanTable.LOOK)));
      int value;
      if ((entry & HuffmanTable.OPEN) == 0 && entry != 0) {
        int length = entry & HuffmanTable.LENGTH;
        waiting <<= length;
        bits -= length;
        k += (entry >> 8) & 15;
        value = entry >> 16;
      } else {
        if (entry == 0) {
          entry = longCode(table, waiting);
        }
        int length = entry & HuffmanTable.LENGTH;
        waiting <<= length;
        bits -= length;
        int size = (entry >> 12) & 15;
        int run = (entry >> 8) & 15;
        if (size == 0) {
          if (run != 15) {
            break;
          }
          k += 16;
          continue;
        }
        k += run;
        value = HuffmanTable.value((int) (waiting >>> (64 - size)), size);
        waiting <<= size;
        bits -= size;
      }
      block[ORDER[k]] = value * quantisation[k];
      greatest = k++;
    }
    this.at = at;
    this.waiting = waiting;
    this.bits = bits;
    if (greatest >= Zigzag.SIZE) {
      throw new JpegException("a block has more than 64 coefficients");
    }
    return greatest;
  }

  private static int longCode(HuffmanTable table, long waiting) throws JpegException {
    int entry = table.search((int) (waiting >>> 48));
    if (entry == 0) {
      throw new JpegException("its bits are no code of its table");
    }
    return entry;
  }

  private void fill() {
    waiting |= (long) LONGS.get(bytes, at) >>> bits;
    at += (63 - bits) >> 3;
    bits |= 56;
  }

  private void take(int count) {
    waiting <<= count;
    bits -= count;
  }

  /** Goes on with the next segment, behind a restart marker. */
  void restart() throws JpegException {
    segments.next();
    bytes = segments.bytes();
    at = 0;
    waiting = 0;
    bits = 0;
  }

  /** Refuses what was read past the end of the segment, where there are only zeros. */
  void whole() throws JpegException {
    if (8L * at - bits > 8L * segments.length()) {
      throw new JpegException(TORN);
    }
  }
}
