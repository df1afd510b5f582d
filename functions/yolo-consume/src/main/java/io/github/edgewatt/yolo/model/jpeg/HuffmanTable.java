package io.github.edgewatt.yolo.model.jpeg;

import java.util.Arrays;

/**
 * A Huffman code, with a table of what the next bits mean.
 *
 * <p>One look at the next {@link #LOOK} bits gives the symbol and, where they fit in too, the bits
 * of the value after it: for most coefficients nothing else is to be done. Source: ITU-T T.81,
 * annex C and F.2.2.
 */
final class HuffmanTable {
  /** Bits looked at together: the table stays within the processor's first cache. */
  static final int LOOK = 10;

  /** Set in an entry where the value is still to be read. */
  static final int OPEN = 0x80;

  /** In an entry: bits it takes, 7 of them; {@link #OPEN}; run, 4 at 8; size, 4 at 12; value. */
  static final int LENGTH = 0x7f;

  private final int[] look = new int[1 << LOOK];

  /** By length: one more than the greatest code, aligned to 16 bits; -1 where there is none. */
  private final int[] limits = new int[17];

  private final int[] offsets = new int[17];
  private final byte[] symbols;

  /** Reads 16 counts and then the symbols; {@code whole}: with values in the table of looks. */
  HuffmanTable(byte[] bytes, int from, boolean whole) throws JpegException {
    int count = 0;
    int code = 0;
    symbols = Arrays.copyOfRange(bytes, from + 16, Math.min(bytes.length, from + 16 + 256));
    for (int length = 1; length <= 16; length++) {
      int codes = bytes[from + length - 1] & 0xff;
      offsets[length] = count - code;
      if (code + codes > 1 << length) {
        throw new JpegException("a Huffman table is broken");
      }
      for (int i = 0; i < codes; i++) {
        if (length <= LOOK) {
          fill(code + i, length, symbols[count + i] & 0xff, whole);
        }
      }
      code += codes;
      count += codes;
      limits[length] = codes == 0 ? -1 : code << (16 - length);
      code <<= 1;
    }
  }

  private void fill(int code, int length, int symbol, boolean whole) {
    int spare = LOOK - length;
    int run = symbol >> 4;
    int size = symbol & 15;
    for (int rest = 0; rest < 1 << spare; rest++) {
      int entry;
      if (whole && size > 0 && size <= spare) {
        int value = value(rest >> (spare - size), size);
        entry = value << 16 | run << 8 | (length + size);
      } else {
        entry = size << 12 | run << 8 | OPEN | length;
      }
      look[code << spare | rest] = entry;
    }
  }

  /** What so many bits mean: the upper half as they are, the lower half negative. */
  static int value(int bits, int size) {
    return bits < 1 << (size - 1) ? bits - (1 << size) + 1 : bits;
  }

  /** The entry for the next bits; 0 where their code is longer than the table. */
  int look(int bits) {
    return look[bits];
  }

  /**
   * The entry of a long code.
   *
   * @param bits the next 16 bits
   * @return 0 where no code begins so
   */
  int search(int bits) {
    for (int length = LOOK + 1; length <= 16; length++) {
      if (bits < limits[length]) {
        int symbol = symbols[offsets[length] + (bits >> (16 - length))] & 0xff;
        return (symbol & 15) << 12 | (symbol >> 4) << 8 | OPEN | length;
      }
    }
    return 0;
  }
}
