package io.github.edgewatt.profiler.experiment.figures;

import io.github.edgewatt.dataset.DatasetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The consumers' CPU, of {@code usage.csv}.
 *
 * @param points by consumer, in the order of time
 */
public record UsageFigures(Map<String, List<Point>> points) {

  /**
   * A reading.
   *
   * @param timeMs epoch ms
   * @param cpuSeconds since the process started
   */
  public record Point(double timeMs, double cpuSeconds) {}

  public UsageFigures {
    points = new TreeMap<>(points);
  }

  /** Reads the file; nothing where there is none. */
  public static UsageFigures read(Path folder) throws DatasetException {
    Map<String, List<Point>> points = new TreeMap<>();
    Path file = folder.resolve("usage.csv");
    if (Files.exists(file)) {
      CsvFile.read(
          file,
          row ->
              points
                  .computeIfAbsent(row.getOrDefault("consumer", ""), name -> new ArrayList<>())
                  .add(
                      new Point(
                          CsvFile.number(row, "time_ms"), CsvFile.number(row, "cpu_seconds"))));
    }
    return new UsageFigures(points);
  }

  /**
   * CPU seconds of all consumers in a window, the counters interpolated at its ends; NaN without
   * any reading. A consumer that went counts up to its last reading.
   */
  public double cpuSeconds(double fromMs, double toMs) {
    if (points.isEmpty() || !(toMs > fromMs)) {
      return Double.NaN;
    }
    double sum = 0;
    for (List<Point> one : points.values()) {
      sum += at(one, toMs) - at(one, fromMs);
    }
    return sum;
  }

  private static double at(List<Point> points, double timeMs) {
    Point before = points.get(0);
    for (Point point : points) {
      if (point.timeMs() >= timeMs) {
        double width = point.timeMs() - before.timeMs();
        double share = width > 0 ? (timeMs - before.timeMs()) / width : 1;
        return before.cpuSeconds()
            + Math.max(0, share) * (point.cpuSeconds() - before.cpuSeconds());
      }
      before = point;
    }
    return before.cpuSeconds();
  }
}
