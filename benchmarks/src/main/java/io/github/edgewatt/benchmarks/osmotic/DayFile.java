package io.github.edgewatt.benchmarks.osmotic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Days in a file, a line each, written as they end: a replay that is cut short goes on there. */
final class DayFile {
  private static final String HEADER =
      "zones,contender,seed,asked,failed,answered,p50_ms,p95_ms,p99_ms,replicas,actions,joules,"
          + "joules_at_rest,refusals";
  private static final int COLUMNS = HEADER.split(",").length;

  private final Path file;

  DayFile(Path file) {
    this.file = file;
  }

  /** Starts anew. */
  void begin() throws IOException {
    Files.writeString(file, HEADER + "\n");
  }

  /** The days in it; none where there is no file. */
  List<DayResult> read() throws IOException {
    List<DayResult> days = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] cells = line.split(",");
        if (cells.length == COLUMNS && !line.equals(HEADER)) {
          days.add(day(cells));
        }
      }
    }
    return days;
  }

  /** Adds a day; several threads may. */
  synchronized void add(DayResult day) throws IOException {
    Files.writeString(file, line(day), StandardOpenOption.APPEND);
  }

  /** Puts {@code days} in their order. */
  void write(List<DayResult> days) throws IOException {
    begin();
    for (DayResult day : days) {
      add(day);
    }
  }

  private static String line(DayResult day) {
    return String.format(
        Locale.ROOT,
        "%d,%s,%d,%.1f,%.1f,%.1f,%.2f,%.2f,%.2f,%.2f,%d,%.0f,%.0f,%d\n",
        day.zones(),
        day.contender(),
        day.seed(),
        day.asked(),
        day.failed(),
        day.answered(),
        day.p50Millis(),
        day.p95Millis(),
        day.p99Millis(),
        day.replicas(),
        day.actions(),
        day.joules(),
        day.idleJoules(),
        day.refusals());
  }

  private static DayResult day(String[] cells) {
    double[] figures = new double[COLUMNS];
    for (int i = 3; i < COLUMNS; i++) {
      figures[i] = Double.parseDouble(cells[i]);
    }
    return new DayResult(
        cells[1],
        Integer.parseInt(cells[0]),
        Long.parseLong(cells[2]),
        figures[3],
        figures[4],
        figures[5],
        figures[6],
        figures[7],
        figures[8],
        figures[9],
        (long) figures[10],
        figures[11],
        figures[12],
        (long) figures[13]);
  }
}
