package io.github.edgewatt.profiler.experiment.stage;

import io.github.edgewatt.dataset.Durations;
import io.github.edgewatt.profiler.experiment.spec.Experiment;
import io.github.edgewatt.profiler.experiment.spec.Extract;
import io.github.edgewatt.profiler.experiment.spec.Feed;
import io.github.edgewatt.profiler.experiment.spec.Topics;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of each stage's command, the program's own name left out.
 *
 * @param experiment what is asked
 * @param at where the servers are
 */
public record CommandLines(Experiment experiment, Addresses at) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String WAIT = "60s";

  /** Makes the topics. */
  public List<String> init() {
    Topics topics = experiment.topics();
    List<String> words = new ArrayList<>(List.of("init", "-n", "" + topics.partitions()));
    words.addAll(kafka());
    words.addAll(List.of("--input_topic", topics.input()));
    words.addAll(List.of("--output_topic", topics.output(), "--timeout", WAIT));
    if (topics.recreate()) {
      words.add("--recreate");
    }
    return words;
  }

  /**
   * Sends the images.
   *
   * @param firstId number of the first one: apart from those of other measurements, so that a late
   *     answer is not taken for one of this
   */
  public List<String> feed(Path folder, long firstId) {
    Feed feed = experiment.feed();
    List<String> words = new ArrayList<>(List.of("feed"));
    words.addAll(kafka());
    words.addAll(List.of("--input_topic", experiment.topics().input()));
    words.addAll(List.of("--images", feed.images(), "--shape", feed.shape()));
    if (feed.count().isPresent()) {
      words.addAll(List.of("--n_images", "" + feed.count().get()));
      words.addAll(List.of("--n_threads", "" + feed.threads()));
    } else {
      words.addAll(List.of("--max_mbps", number(feed.maxMbps())));
      words.addAll(List.of("--duration", "" + feed.duration().toSeconds()));
      words.addAll(List.of("--breakpoints", "" + feed.breakpoints()));
    }
    if (feed.shape().equals(Feed.DAY_NIGHT)) {
      words.addAll(List.of("--n_cycles", "" + feed.cycles()));
    }
    words.addAll(List.of("--first_id", "" + firstId));
    words.addAll(List.of("--output", folder.toString()));
    return words;
  }

  /** Records the results, on a port of the loopback address. */
  public List<String> track(Path folder, int port) {
    List<String> words = new ArrayList<>(List.of("track"));
    words.addAll(kafka());
    words.addAll(List.of("--input_topic", experiment.topics().output()));
    words.addAll(List.of("--output_path", folder.resolve("yolo_outputs").toString()));
    words.addAll(List.of("--header", "full", "--from", "latest"));
    words.addAll(List.of("--save_interval", "" + experiment.track().saveInterval()));
    words.addAll(List.of("--expect", folder.resolve("feed.json").toString()));
    words.addAll(List.of("--timeout", Durations.format(experiment.track().timeout())));
    words.addAll(List.of("--host", "127.0.0.1", "--port", "" + port));
    return words;
  }

  /** Takes a time out of Prometheus, whole seconds around it. */
  public List<String> extract(Path folder, Instant from, Instant to) {
    Extract extract = experiment.extract();
    List<String> words = new ArrayList<>(List.of("extract", "--utc", "--start", TIME.format(from)));
    words.addAll(List.of("--end", TIME.format(to.plusMillis(999))));
    words.addAll(List.of("--sampling", "" + extract.samplingSeconds()));
    words.addAll(List.of("--segment_size", "" + extract.segmentSize()));
    words.addAll(List.of("--n_threads", "" + extract.threads(), "--format", extract.format()));
    extract.include().ifPresent(text -> words.addAll(List.of("--include", text)));
    extract.exclude().ifPresent(text -> words.addAll(List.of("--exclude", text)));
    words.addAll(List.of("--prometheus", String.join(",", at.prometheus())));
    words.addAll(List.of("--output", folder.resolve("snapshots").toString()));
    return words;
  }

  /** Joins what was recorded with what was extracted. */
  public static List<String> correlate(Path folder) {
    return List.of("correlate", folder.toString());
  }

  private List<String> kafka() {
    List<String> words = new ArrayList<>(List.of("--kafka", at.kafka()));
    experiment
        .servers()
        .clientConfig()
        .ifPresent(file -> words.addAll(List.of("--client-config", file.toString())));
    return words;
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
