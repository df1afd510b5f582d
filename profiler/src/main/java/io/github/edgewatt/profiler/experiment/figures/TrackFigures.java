package io.github.edgewatt.profiler.experiment.figures;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.edgewatt.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * What the tracker recorded; times in ms.
 *
 * @param folder of its files
 * @param unique images answered, each once
 * @param duplicates answers beyond the first of an image
 * @param missing images without an answer
 * @param unknown answers to images nobody sent now
 * @param withErrors answers that tell an error
 * @param p50 of the latency from the feeder to the result's readiness
 * @param p95 the same
 * @param p99 the same
 * @param max the same
 * @param lastMs epoch ms of the last result; NaN without any
 * @param sources each consumer
 * @param bins over the time
 */
public record TrackFigures(
    Path folder,
    long unique,
    long duplicates,
    long missing,
    long unknown,
    long withErrors,
    double p50,
    double p95,
    double p99,
    double max,
    double lastMs,
    List<SourceFigures> sources,
    List<TimeBin> bins) {
  public TrackFigures {
    sources = List.copyOf(sources);
    bins = List.copyOf(bins);
  }

  /** Reads the tracker's folder below a measurement's. */
  public static TrackFigures read(Path measurement, FeedFigures feed) throws DatasetException {
    Path folder =
        folder(measurement)
            .orElseThrow(
                () -> new DatasetException(measurement + " holds no yolo_outputs/*/summary.json"));
    JsonNode summary = JsonFile.read(folder.resolve("summary.json"));
    Histogram total = new Histogram(3);
    Map<String, SourceTally> sources = new TreeMap<>();
    BinTally bins = new BinTally(feed);
    long[] errors = {0};
    double[] last = {Double.NaN};
    for (Path csv : tables(folder)) {
      CsvFile.read(
          csv,
          row -> {
            double ms = totalMs(row);
            double finish = CsvFile.number(row, "start_time") + ms;
            Latencies.record(total, ms);
            sources
                .computeIfAbsent(row.getOrDefault("source", ""), name -> new SourceTally())
                .add(row, ms);
            bins.add(finish, ms);
            errors[0] += hasErrors(row) ? 1 : 0;
            last[0] = Double.isNaN(last[0]) ? finish : Math.max(last[0], finish);
          });
    }
    List<SourceFigures> perSource = new ArrayList<>();
    sources.forEach((name, tally) -> perSource.add(tally.figures(name)));
    return new TrackFigures(
        folder,
        summary.path("unique").asLong(),
        summary.path("duplicates").asLong(),
        // A tracker that was ended before the feed was does not know what was due.
        summary.path("missing").asLong(Math.max(0, feed.sent() - summary.path("unique").asLong())),
        summary.path("unknown").asLong(),
        errors[0],
        Latencies.percentile(total, 50),
        Latencies.percentile(total, 95),
        Latencies.percentile(total, 99),
        Latencies.percentile(total, 100),
        last[0],
        perSource,
        bins.bins());
  }

  /** From the record's time at the feeder to the end of detection. */
  static double totalMs(Map<String, String> row) {
    double byClock = CsvFile.number(row, "finish_time") - CsvFile.number(row, "start_time");
    // Published tables have no finish; its parts add up to nearly the same.
    return Double.isFinite(byClock)
        ? byClock
        : CsvFile.number(row, "queue")
            + CsvFile.number(row, "pre")
            + CsvFile.number(row, "inf")
            + CsvFile.number(row, "post");
  }

  private static boolean hasErrors(Map<String, String> row) {
    String text = row.getOrDefault("errors", "").strip();
    return !text.isEmpty() && !text.equals("[]") && !text.equals("0");
  }

  /** The newest folder with a summary. */
  static Optional<Path> folder(Path measurement) throws DatasetException {
    Path outputs = measurement.resolve("yolo_outputs");
    if (!Files.isDirectory(outputs)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(outputs)) {
      return folders
          .filter(each -> Files.isRegularFile(each.resolve("summary.json")))
          .max(Comparator.comparing(each -> each.getFileName().toString()));
    } catch (IOException e) {
      throw DatasetException.of("cannot read", outputs, e);
    }
  }

  private static List<Path> tables(Path folder) throws DatasetException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\d{1,9}\\.csv"))
          .sorted(
              Comparator.comparingInt(
                  file -> Integer.parseInt(file.getFileName().toString().replace(".csv", ""))))
          .toList();
    } catch (IOException e) {
      throw DatasetException.of("cannot read", folder, e);
    }
  }
}
