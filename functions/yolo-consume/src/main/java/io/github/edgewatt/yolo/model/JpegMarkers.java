package io.github.edgewatt.yolo.model;

/**
 * What a walk along a JPEG's markers finds, before anything is decoded. Source: ITU-T T.81, annex
 * B.
 *
 * @param ended whether the end of the image stands where it should; a camera may have left more
 *     behind it
 * @param scans how many passes over the pixels there are
 * @param frame the kind of its coding, as the low byte of its marker; 0 where there is none
 * @param components colours: 1, 3 or 4
 * @param adobe whether a note of Adobe's tells how its colours are meant
 */
record JpegMarkers(boolean ended, int scans, int frame, int components, boolean adobe) {
  static final int BASELINE = 0xc0;
  static final int EXTENDED = 0xc1;
  static final int PROGRESSIVE = 0xc2;

  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int ADOBE = 0xee;
  private static final byte[] NAME = {'A', 'd', 'o', 'b', 'e'};

  static JpegMarkers of(byte[] bytes) {
    int scans = 0;
    int frame = 0;
    int components = 0;
    boolean adobe = false;
    int at = next(bytes, 2);
    while (at < bytes.length && kind(bytes, at) != END) {
      int kind = kind(bytes, at);
      if (kind != 1) {
        int length = at + 2 < bytes.length ? kind(bytes, at + 1) << 8 | kind(bytes, at + 2) : 0;
        if (length < 2) {
          break;
        }
        if (isFrame(kind)) {
          frame = kind;
          components = length >= 8 && at + 8 < bytes.length ? bytes[at + 8] & 0xff : 0;
        }
        adobe |= kind == ADOBE && begins(bytes, at + 3);
        scans += kind == SCAN ? 1 : 0;
        at += length;
      }
      at = next(bytes, at + 1);
    }
    boolean ended = at < bytes.length && kind(bytes, at) == END;
    return new JpegMarkers(ended, scans, frame, components, adobe);
  }

  /**
   * Where the next marker's kind stands; the length where there is none. In a scan ff is followed
   * by 0 where it is data, or by a restart marker; before a marker any number of ff may stand.
   */
  private static int next(byte[] bytes, int from) {
    for (int at = from; at < bytes.length - 1; at++) {
      if (bytes[at] == (byte) 0xff) {
        int kind = kind(bytes, at + 1);
        if (kind != 0 && kind != 0xff && (kind & 0xf8) != 0xd0) {
          return at + 1;
        }
      }
    }
    return bytes.length;
  }

  private static int kind(byte[] bytes, int at) {
    return bytes[at] & 0xff;
  }

  /** All of c0 to cf, but for tables that have their numbers among them. */
  private static boolean isFrame(int kind) {
    return (kind & 0xf0) == 0xc0 && kind != 0xc4 && kind != 0xc8 && kind != 0xcc;
  }

  private static boolean begins(byte[] bytes, int at) {
    for (int i = 0; i < NAME.length; i++) {
      if (at + i >= bytes.length || bytes[at + i] != NAME[i]) {
        return false;
      }
    }
    return true;
  }
}
