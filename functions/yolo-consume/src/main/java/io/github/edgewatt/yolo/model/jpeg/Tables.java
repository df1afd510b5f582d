package io.github.edgewatt.yolo.model.jpeg;

/** Quantisation and Huffman tables, four of each at most. Source: ITU-T T.81, B.2.4. */
final class Tables {
  private static final int MOST = 4;

  private final int[][] quantisation = new int[MOST][];
  private final HuffmanTable[] dc = new HuffmanTable[MOST];
  private final HuffmanTable[] ac = new HuffmanTable[MOST];

  /** Reads a segment of quantisation tables. */
  void quantisation(byte[] bytes, int from, int to) throws JpegException {
    int at = from;
    while (at < to) {
      int head = bytes[at++] & 0xff;
      boolean wide = head >> 4 != 0;
      int size = Zigzag.SIZE * (wide ? 2 : 1);
      if ((head & 15) >= MOST || at + size > to) {
        throw new JpegException("a quantisation table is broken");
      }
      // Longer than a block, so that a broken run past its end needs no check in the loop.
      int[] table = new int[Zigzag.PADDED];
      for (int i = 0; i < Zigzag.SIZE; i++, at += wide ? 2 : 1) {
        table[i] = wide ? (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff) : bytes[at] & 0xff;
      }
      quantisation[head & 15] = table;
    }
  }

  /** Reads a segment of Huffman tables. */
  void huffman(byte[] bytes, int from, int to) throws JpegException {
    int at = from;
    while (at < to) {
      if (at + 17 > to) {
        throw new JpegException("a Huffman table is broken");
      }
      int head = bytes[at] & 0xff;
      int count = 0;
      for (int i = 1; i <= 16; i++) {
        count += bytes[at + i] & 0xff;
      }
      if ((head & 15) >= MOST || head >> 4 > 1 || count > 256 || at + 17 + count > to) {
        throw new JpegException("a Huffman table is broken");
      }
      HuffmanTable table = new HuffmanTable(bytes, at + 1, head >> 4 == 1);
      (head >> 4 == 0 ? dc : ac)[head & 15] = table;
      at += 17 + count;
    }
  }

  int[] quantisation(int index) throws JpegException {
    return known(index < MOST ? quantisation[index] : null);
  }

  HuffmanTable dc(int index) throws JpegException {
    return known(index < MOST ? dc[index] : null);
  }

  HuffmanTable ac(int index) throws JpegException {
    return known(index < MOST ? ac[index] : null);
  }

  private static <T> T known(T table) throws JpegException {
    if (table == null) {
      throw new JpegException("a table it refers to is missing");
    }
    return table;
  }
}
