package io.github.edgewatt.dataset.table;

import java.util.List;

/**
 * Walks over the cells of one line. Every {@code next} method throws an {@link
 * IllegalArgumentException} that names the column when the cell does not hold what it should.
 */
final class Cells {
  private final List<String> header;
  private final List<String> cells;
  private int next;

  Cells(List<String> header, List<String> cells) {
    this.header = header;
    this.cells = cells;
    if (cells.size() != header.size()) {
      throw new IllegalArgumentException(
          cells.size()
              + " columns instead of "
              + header.size()
              + (cells.size() > header.size() ? " (a decimal comma?)" : " (a torn line?)"));
    }
  }

  String nextWords() {
    return cells.get(next++);
  }

  void nextNamed(String name) {
    String cell = nextWords();
    if (!cell.equals(name)) {
      throw fault("is not " + name);
    }
  }

  /** A rate; upstream's are whole. */
  int nextRate() {
    return (int) whole(Integer.MAX_VALUE);
  }

  /** A count, -1 where absent. */
  long nextCount() {
    return isAbsent(cells.get(next)) ? skip() : whole(Long.MAX_VALUE);
  }

  int nextSmallCount() {
    return isAbsent(cells.get(next)) ? skip() : (int) whole(Integer.MAX_VALUE);
  }

  /** A number, NaN where absent. */
  double nextFigure() {
    String cell = nextWords();
    if (isAbsent(cell)) {
      return Double.NaN;
    }
    if (!Numerals.isDecimal(cell)) {
      throw fault(cell.indexOf(',') >= 0 ? "has a decimal comma" : "is not a number");
    }
    double value = Double.parseDouble(cell);
    if (Double.isInfinite(value)) {
      throw fault("is too large");
    }
    return value;
  }

  /** A share, 0 to 1. */
  double nextShare() {
    double value = nextFigure();
    if (value < 0 || value > 1) {
      throw fault("is not between 0 and 1");
    }
    return value;
  }

  boolean nextFlag() {
    String cell = nextWords();
    if (!cell.equals("0") && !cell.equals("1")) {
      throw fault("is neither 0 nor 1");
    }
    return cell.equals("1");
  }

  List<String> nextPhrases() {
    String cell = nextWords();
    return cell.isEmpty() || cell.equals(Text.NO_PHRASE)
        ? List.of()
        : List.of(cell.split("; ", -1));
  }

  private int skip() {
    next++;
    return -1;
  }

  private long whole(long largest) {
    String cell = nextWords();
    if (!Numerals.isWhole(cell)) {
      throw fault(cell.indexOf(',') >= 0 ? "has a decimal comma" : "is not a whole number");
    }
    long value = Long.parseLong(cell);
    if (value > largest) {
      throw fault("is too large");
    }
    return value;
  }

  private static boolean isAbsent(String cell) {
    return cell.equals(Text.ABSENT) || cell.equals("NaN") || cell.isEmpty();
  }

  private IllegalArgumentException fault(String what) {
    String cell = cells.get(next - 1);
    String shown = cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
    return new IllegalArgumentException(
        "column " + header.get(next - 1) + ": '" + Text.words(shown) + "' " + what);
  }
}
