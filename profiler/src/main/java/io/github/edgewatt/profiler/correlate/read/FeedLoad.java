package io.github.edgewatt.profiler.correlate.read;

import io.github.edgewatt.dataset.table.CsvLine;
import io.github.edgewatt.profiler.correlate.rule.Grid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a feed says it sent, slice by slice, on a grid. */
public final class FeedLoad {
  private record Slice(double fromMillis, double toMillis, double images, double bytes) {}

  private final List<Slice> slices = new ArrayList<>();

  /**
   * Reads {@code feed.csv}; lines that are none of its rows are passed over.
   *
   * @throws IllegalArgumentException where its columns are missing
   */
  public FeedLoad(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> header = lines.isEmpty() ? List.of() : CsvLine.split(lines.get(0));
    int time = header.indexOf("time_ms");
    int sent = header.indexOf("sent");
    int bytes = header.indexOf("bytes");
    if (time < 0 || sent < 0 || bytes < 0) {
      throw new IllegalArgumentException(file + " has no columns time_ms, sent and bytes");
    }
    List<double[]> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      row(line, time, sent, bytes).ifPresent(rows::add);
    }
    for (int i = 0; i < rows.size(); i++) {
      double[] row = rows.get(i);
      // The last slice is as long as the one before it: slices are.
      double length = i + 1 < rows.size() ? rows.get(i + 1)[0] - row[0] : lastLength();
      if (length > 0) {
        slices.add(new Slice(row[0], row[0] + length, row[1], row[2]));
      }
    }
  }

  /** Empty for a row half written when the feed was killed. */
  private static Optional<double[]> row(String line, int... columns) {
    try {
      List<String> cells = CsvLine.split(line);
      double[] row = new double[columns.length];
      for (int i = 0; i < row.length; i++) {
        row[i] = Double.parseDouble(cells.get(columns[i]));
      }
      return Optional.of(row);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private double lastLength() {
    if (slices.isEmpty()) {
      return 0;
    }
    Slice last = slices.get(slices.size() - 1);
    return last.toMillis() - last.fromMillis();
  }

  public boolean isEmpty() {
    return slices.isEmpty();
  }

  /** Images per second in the step that ends with each moment; NaN outside of the feed. */
  public double[] imagesPerSecond(Grid grid) {
    return spread(grid, false, 1);
  }

  /** Decimal megabytes per second. */
  public double[] megabytesPerSecond(Grid grid) {
    return spread(grid, true, 1e-6);
  }

  private double[] spread(Grid grid, boolean bytes, double scale) {
    double[] amounts = new double[grid.points()];
    double[] covered = new double[grid.points()];
    for (Slice slice : slices) {
      double length = slice.toMillis() - slice.fromMillis();
      double perMilli = (bytes ? slice.bytes() : slice.images()) / length;
      double step = grid.stepMillis();
      int first = (int) Math.max(0, Math.floor((slice.fromMillis() - grid.firstMillis()) / step));
      for (int i = first; i < grid.points(); i++) {
        double end = grid.millis(i);
        double overlap = Math.min(end, slice.toMillis()) - Math.max(end - step, slice.fromMillis());
        if (end - step >= slice.toMillis()) {
          break;
        }
        if (overlap > 0) {
          amounts[i] += perMilli * overlap;
          covered[i] += overlap;
        }
      }
    }
    double[] rates = new double[grid.points()];
    Arrays.setAll(
        rates,
        i ->
            covered[i] > grid.stepMillis() / 2.0
                ? scale * 1_000 * amounts[i] / covered[i]
                : Double.NaN);
    return rates;
  }
}
