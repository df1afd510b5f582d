package io.github.edgewatt.profiler.command;

import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.kafka.feed.FeedOptions;
import java.time.Duration;
import java.util.Arrays;
import picocli.CommandLine.Option;

/** The load a feed is asked for; names and defaults as published. */
final class FeedWords {
  private static final double MAX_MBPS = 1;
  private static final Duration DURATION = Duration.ofHours(2);
  private static final int SLICES = 200;
  private static final int CYCLES = 5;
  private static final int IMAGES = 1_000;

  @Option(
      names = "--shape",
      paramLabel = "SHAPE",
      defaultValue = "day-night",
      description = "day-night, linear or burst (${DEFAULT-VALUE})")
  private String shape;

  @Option(
      names = {"-m", "--max_mbps", "--max-mbps"},
      paramLabel = "MB/S",
      converter = PipelineConverters.Megabytes.class,
      description = "highest load, decimal megabytes per second, fractions too (1)")
  private Double maxMbps;

  @Option(
      names = {"-d", "--duration"},
      paramLabel = "SECONDS",
      converter = PipelineConverters.Seconds.class,
      description = "of the whole feed, in seconds or as 10m (7200)")
  private Duration duration;

  @Option(
      names = {"-b", "--breakpoints"},
      paramLabel = "SLICES",
      converter = PipelineConverters.Slices.class,
      description = "equal slices of constant load (200)")
  private Integer slices;

  @Option(
      names = {"-c", "--n_cycles", "--n-cycles"},
      paramLabel = "DAYS",
      converter = PipelineConverters.Cycles.class,
      description = "days and nights in the feed; day-night only (5)")
  private Integer cycles;

  @Option(
      names = {"-n", "--n_images", "--n-images"},
      paramLabel = "IMAGES",
      converter = PipelineConverters.Images.class,
      description = "how many, at full speed; burst only (1000)")
  private Integer images;

  @Option(
      names = {"-t", "--n_threads", "--n-threads"},
      paramLabel = "THREADS",
      converter = PipelineConverters.Threads.class,
      description = "producers; burst only (1)")
  private Integer threads;

  FeedOptions.Shape shape() throws UsageException {
    return Arrays.stream(FeedOptions.Shape.values())
        .filter(known -> known.text().equals(shape))
        .findFirst()
        .orElseThrow(
            () -> new UsageException("--shape is '" + shape + "': say day-night, linear or burst"));
  }

  FeedOptions options(long firstId, boolean keyed, long seed, Duration giveUp)
      throws UsageException {
    FeedOptions.Shape chosen = shape();
    if (chosen == FeedOptions.Shape.BURST) {
      refuse("--max_mbps", maxMbps, "a burst goes at full speed");
      refuse("--duration", duration, "a burst ends after --n_images");
      refuse("--breakpoints", slices, "a burst has no curve");
      refuse("--n_cycles", cycles, "a burst has no curve");
    } else {
      if (chosen == FeedOptions.Shape.LINEAR) {
        refuse("--n_cycles", cycles, "a ramp has no days");
      }
      refuse("--n_images", images, "only a burst is a number of images (--shape burst)");
      refuse("--n_threads", threads, "one producer keeps a curve (--shape burst takes more)");
    }
    return new FeedOptions(
        chosen,
        maxMbps == null ? MAX_MBPS : maxMbps,
        duration == null ? DURATION : duration,
        slices == null ? SLICES : slices,
        cycles == null ? CYCLES : cycles,
        images == null ? IMAGES : images,
        threads == null ? 1 : threads,
        firstId,
        keyed,
        seed,
        giveUp);
  }

  private static void refuse(String option, Object value, String reason) throws UsageException {
    if (value != null) {
      throw new UsageException(option + " does not go with this shape: " + reason);
    }
  }
}
