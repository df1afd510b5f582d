package io.github.edgewatt.profiler.experiment.figures;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.edgewatt.dataset.DatasetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the feeder did, of {@code feed.json} and {@code feed.csv}.
 *
 * @param sent images that Kafka acknowledged
 * @param failed images it did not
 * @param bytes of those sent
 * @param startMs epoch ms
 * @param endMs epoch ms
 * @param askedMbps mean of the schedule in 10^6 bytes a second; NaN for a burst
 * @param achievedMbps mean over the feed
 * @param maxLagMs most the feeder was late
 * @param slices in the order of time
 */
public record FeedFigures(
    long sent,
    long failed,
    double bytes,
    double startMs,
    double endMs,
    double askedMbps,
    double achievedMbps,
    double maxLagMs,
    List<Slice> slices) {
  public FeedFigures {
    slices = List.copyOf(slices);
  }

  /** Reads both files of a folder. */
  public static FeedFigures read(Path folder) throws DatasetException {
    JsonNode json = JsonFile.read(folder.resolve("feed.json"));
    double end = JsonFile.number(json.path("end_time"));
    List<Slice> slices = new ArrayList<>();
    Path csv = folder.resolve("feed.csv");
    if (Files.exists(csv)) {
      CsvFile.read(csv, row -> add(slices, row, end));
    }
    return new FeedFigures(
        json.path("sent").asLong(),
        json.path("failed").size(),
        JsonFile.number(json.path("bytes")),
        JsonFile.number(json.path("start_time")),
        end,
        JsonFile.number(json.path("asked_mbps")),
        JsonFile.number(json.path("achieved_mbps")),
        JsonFile.number(json.path("max_lag_ms")),
        slices);
  }

  /** A row tells its begin: each ends where the next begins, the last with the feed. */
  private static void add(List<Slice> slices, Map<String, String> row, double feedEnd) {
    double from = CsvFile.number(row, "time_ms");
    if (!slices.isEmpty()) {
      Slice last = slices.remove(slices.size() - 1);
      slices.add(
          new Slice(
              last.fromMs(),
              from,
              last.targetPerSecond(),
              last.sent(),
              last.bytes(),
              last.lagMs()));
    }
    slices.add(
        new Slice(
            from,
            Math.max(from, feedEnd),
            CsvFile.number(row, "target_images_per_s"),
            CsvFile.number(row, "sent"),
            CsvFile.number(row, "bytes"),
            CsvFile.number(row, "lag_ms")));
  }
}
