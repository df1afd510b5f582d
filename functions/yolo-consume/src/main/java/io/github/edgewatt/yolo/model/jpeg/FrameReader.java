package io.github.edgewatt.yolo.model.jpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a JPEG's segments up to its first entropy-coded byte. Source: ITU-T T.81, annex B. */
final class FrameReader {
  private final byte[] bytes;
  private final Tables tables = new Tables();
  private List<Component> components = List.of();
  private int width;
  private int height;
  private int restart;
  private int adobe = -1;

  FrameReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The frame; nothing where it is of a kind that is not decoded here. */
  Optional<Frame> read() throws JpegException {
    int at = 2;
    while (true) {
      int marker = marker(at);
      while (marker == 0xff) {
        marker = marker(++at);
      }
      int from = at + 4;
      int to = at + 2 + number(at + 2);
      if (to > bytes.length || to < from) {
        throw new JpegException("it ends within its header");
      }
      switch (marker) {
        case 0xc0, 0xc1 -> frame(from, to);
        case 0xc4 -> tables.huffman(bytes, from, to);
        case 0xdb -> tables.quantisation(bytes, from, to);
        case 0xdd -> restart = number(from);
        case 0xee -> adobe(from, to);
        case 0xda -> {
          return scan(from, to);
        }
        default -> {
          // Other frames (progressive, lossless, arithmetic) are C2 to CF; the rest is commentary.
          if (marker <= 0xcf) {
            return Optional.empty();
          }
        }
      }
      at = to;
    }
  }

  private int marker(int at) throws JpegException {
    if (number(at) >> 8 != 0xff) {
      throw new JpegException("its header is broken");
    }
    return number(at) & 0xff;
  }

  private int number(int at) throws JpegException {
    if (at + 2 > bytes.length) {
      throw new JpegException("it ends within its header");
    }
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }

  private void adobe(int from, int to) {
    if (to - from >= 12 && bytes[from] == 'A' && bytes[from + 1] == 'd') {
      adobe = bytes[from + 11];
    }
  }

  private void frame(int from, int to) throws JpegException {
    int count = to - from > 5 ? bytes[from + 5] : -1;
    if (count < 1 || to - from < 6 + 3 * count || !components.isEmpty()) {
      throw new JpegException("its frame is broken");
    }
    // Twelve bits a sample come out with an empty list, and so are left to others.
    if (bytes[from] != 8) {
      return;
    }
    height = number(from + 1);
    width = number(from + 3);
    List<Component> read = new ArrayList<>();
    for (int i = 0, at = from + 6; i < count; i++, at += 3) {
      read.add(
          new Component(
              bytes[at] & 0xff, bytes[at + 1] >> 4 & 15, bytes[at + 1] & 15, bytes[at + 2] & 0xff));
    }
    components = read;
  }

  private Optional<Frame> scan(int from, int to) throws JpegException {
    int count = to > from ? bytes[from] : 0;
    if (!usual() || count != components.size() || to - from < 4 + 2 * count) {
      return Optional.empty();
    }
    int[] dc = new int[count];
    int[] ac = new int[count];
    for (int i = 0; i < count; i++) {
      if ((bytes[from + 1 + 2 * i] & 0xff) != components.get(i).id()) {
        return Optional.empty();
      }
      dc[i] = bytes[from + 2 + 2 * i] >> 4 & 15;
      ac[i] = bytes[from + 2 + 2 * i] & 15;
    }
    Frame.Scan scan = new Frame.Scan(to, dc, ac, restart);
    return Optional.of(new Frame(width, height, components, luma(), tables, scan));
  }

  /** Grey or three colours, the first at full size, the others at it or half of it. */
  private boolean usual() {
    if ((components.size() != 1 && components.size() != 3) || width < 1 || height < 1) {
      return false;
    }
    Component first = components.get(0);
    return components.stream()
        .allMatch(
            one ->
                one.across() >= 1
                    && one.down() >= 1
                    && one.across() <= 4
                    && one.down() <= 4
                    && first.across() % one.across() == 0
                    && first.down() % one.down() == 0);
  }

  /** Adobe's mark decides; without it three components are luma unless they are called R, G, B. */
  private boolean luma() {
    boolean called =
        components.size() == 3
            && components.get(0).id() == 'R'
            && components.get(1).id() == 'G'
            && components.get(2).id() == 'B';
    return components.size() == 3 && (adobe >= 0 ? adobe != 0 : !called);
  }
}
