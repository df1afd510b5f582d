package io.github.edgewatt.profiler.experiment.figures;

import io.github.edgewatt.dataset.DatasetException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads tables that other stages wrote, row by row. */
final class CsvFile {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setAllowMissingColumnNames(true).get();

  private CsvFile() {}

  /** Hands out each row's cells by column; a torn last row is passed over. */
  static void read(Path file, Consumer<Map<String, String>> rows) throws DatasetException {
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.parse(reader, FORMAT)) {
      for (CSVRecord record : parser) {
        if (record.isConsistent()) {
          rows.accept(record.toMap());
        }
      }
    } catch (IOException e) {
      throw DatasetException.of("cannot read", file, e);
    } catch (UncheckedIOException e) {
      throw DatasetException.of("cannot read", file, e.getCause());
    }
  }

  /** A cell as a number; NaN where there is none. */
  static double number(Map<String, String> row, String column) {
    String text = row.getOrDefault(column, "");
    try {
      return text.isBlank() ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
