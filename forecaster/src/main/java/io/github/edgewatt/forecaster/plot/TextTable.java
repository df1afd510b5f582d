package io.github.edgewatt.forecaster.plot;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A table beside the charts, numbers already written as they are to be read.
 *
 * @param caption what it shows
 * @param headers names of the columns, units among them
 * @param textColumns how many columns from the left hold words; the others are right-aligned
 * @param rows as many cells each as there are headers
 */
public record TextTable(
    String caption, List<String> headers, int textColumns, List<List<String>> rows) {
  /**
   * Copies.
   *
   * @throws IllegalArgumentException where a row is shorter or longer than the headers
   */
  public TextTable {
    requireNonNull(caption, "caption is null");
    headers = List.copyOf(headers);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      Lengths.same("a row", row.size(), "the headers", headers.size());
    }
  }
}
