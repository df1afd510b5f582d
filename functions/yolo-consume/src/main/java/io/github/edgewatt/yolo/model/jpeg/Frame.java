package io.github.edgewatt.yolo.model.jpeg;

import java.util.List;

/**
 * What a JPEG says of itself before its pixels come. Source: ITU-T T.81, B.2.
 *
 * @param width in pixels
 * @param height in pixels
 * @param components its colours
 * @param luma whether they are luma and colour differences, not red, green and blue
 * @param tables what its entropy-coded bytes are read with
 * @param scan where those begin
 */
record Frame(
    int width, int height, List<Component> components, boolean luma, Tables tables, Scan scan) {
  Frame {
    components = List.copyOf(components);
  }

  /** The greatest number of samples per unit across. */
  int across() {
    return components.stream().mapToInt(Component::across).max().orElse(1);
  }

  /** The greatest number of samples per unit down. */
  int down() {
    return components.stream().mapToInt(Component::down).max().orElse(1);
  }

  /**
   * Which tables each component is read with, and where.
   *
   * @param start index of the first entropy-coded byte
   * @param dc table of each component's first coefficients
   * @param ac table of the others
   * @param restart units between restart markers; 0: none
   */
  record Scan(int start, int[] dc, int[] ac, int restart) {}
}
