package io.github.edgewatt.dataset.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Takes one line apart. Line by line, because a row never spans lines: a stray quote in a damaged
 * file then spoils its own line and not the rest.
 */
public final class CsvLine {
  private CsvLine() {}

  /**
   * The cells of a comma-separated line, quotes taken off.
   *
   * @throws IllegalArgumentException when quotes do not match
   */
  public static List<String> split(String line) {
    if (line.indexOf('"') < 0) {
      return Arrays.asList(line.split(",", -1));
    }
    try (CSVParser parser = CSVParser.parse(line, CSVFormat.DEFAULT)) {
      List<CSVRecord> records = parser.getRecords();
      return records.isEmpty() ? List.of() : records.get(0).toList();
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("quotes do not match", e);
    }
  }
}
