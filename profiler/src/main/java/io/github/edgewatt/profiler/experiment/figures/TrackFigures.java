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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * @param side of the model's input in pixels, as most answers tell it (416, or 640x480 for height
 *     and width that differ); empty where none does
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
    String side,
    List<SourceFigures> sources,
    List<TimeBin> bins) {
  private static final Pattern INPUT =
      Pattern.compile("\\s*\\[\\s*1\\s*,\\s*3\\s*,\\s*(\\d{1,6})\\s*,\\s*(\\d{1,6})\\s*]\\s*");

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
    Map<String, Long> sides = new TreeMap<>();
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
            sides.merge(side(row.getOrDefault("dimensions", "")), 1L, Long::sum);
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
        sides.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(""),
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

  /** The side in {@code [1, 3, 416, 416]}. */
  static String side(String dimensions) {
    Matcher input = INPUT.matcher(dimensions);
    if (!input.matches()) {
      return "";
    }
    String height = input.group(1);
    return height.equals(input.group(2)) ? height : height + "x" + input.group(2);
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
