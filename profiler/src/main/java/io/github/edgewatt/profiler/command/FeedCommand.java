package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.dataset.run.RunManifest;
import io.github.edgewatt.forecaster.shell.Home;
import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.kafka.KafkaTarget;
import io.github.edgewatt.profiler.kafka.Topics;
import io.github.edgewatt.profiler.kafka.feed.Feed;
import io.github.edgewatt.profiler.kafka.feed.FeedOptions;
import io.github.edgewatt.profiler.kafka.feed.FeedSummary;
import io.github.edgewatt.profiler.kafka.feed.images.ImageSet;
import io.github.edgewatt.profiler.kafka.feed.images.ImageSets;
import io.github.edgewatt.profiler.platform.PlatformException;
import io.github.edgewatt.profiler.proc.ShutdownWait;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code feed}: images into Kafka on a curve. */
@Command(
    name = "feed",
    description = "Sends images into Kafka: days and nights of load, a ramp, or a burst.",
    mixinStandardHelpOptions = true)
final class FeedCommand implements Callable<Integer> {
  @Spec private picocli.CommandLine.Model.CommandSpec spec;
  @Mixin private KafkaOptions kafka;
  @Mixin private FeedWords load;

  @Option(
      names = "--images",
      paramLabel = "FROM",
      defaultValue = "generated",
      description =
          "a folder of JPEG and PNG files, an HDF5 file, or drawn: generated[:COUNT[:BYTES]]"
              + " (generated:20:50000)")
  private String images;

  @Option(
      names = {"--input_topic", "--input-topic"},
      paramLabel = "NAME",
      defaultValue = KafkaTarget.INPUT,
      description = "topic to send to (${DEFAULT-VALUE})")
  private String topic;

  @Option(
      names = {"--first_id", "--first-id"},
      paramLabel = "ID",
      defaultValue = "0",
      description = "key of the first image; the others count on (${DEFAULT-VALUE})")
  private Long firstId;

  @Option(
      names = {"--no-key", "--no_key"},
      description = "send without keys: Kafka spreads by its own rule")
  private boolean noKey;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "chooses the image to begin with (${DEFAULT-VALUE})")
  private Long seed;

  @Option(
      names = {"--give-up", "--give_up"},
      paramLabel = "TIME",
      defaultValue = "2m",
      converter = PipelineConverters.Seconds.class,
      description = "an image has failed when Kafka did not take it for so long (${DEFAULT-VALUE})")
  private Duration giveUp;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "30s",
      converter = PipelineConverters.Seconds.class,
      description = "longest wait for Kafka's first answer (${DEFAULT-VALUE})")
  private Duration timeout;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "folder for feed.csv and feed.json (output/feed-<time>)")
  private Path output;

  @Override
  public Integer call() throws Exception {
    FeedOptions options = options();
    Path folder =
        output == null ? Path.of("output", "feed-" + RunManifest.runIdAt(Instant.now())) : output;
    checkFree(folder);
    Folders.checkWritable("--output", folder);
    KafkaTarget target = kafka.target(topic, KafkaTarget.OUTPUT);
    try (ImageSet set = open()) {
      int partitions = new Topics(target, timeout).partitions(topic);
      return feed(options, set, target, folder, partitions);
    }
  }

  private FeedOptions options() throws UsageException {
    InitCommand.checkName("--input_topic", topic);
    if (firstId < 0) {
      throw new UsageException("--first_id is " + firstId + ": ids count from 0");
    }
    if (giveUp.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new UsageException("--give-up is below 1 s: Kafka may need longer than that to answer");
    }
    return load.options(firstId, !noKey, seed, giveUp);
  }

  private static void checkFree(Path folder) throws UsageException {
    try {
      Feed.checkFree(folder);
    } catch (DatasetException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private ImageSet open() throws UsageException {
    try {
      return ImageSets.open(images);
    } catch (IOException e) {
      throw new UsageException("--images: " + Folders.trouble(e));
    }
  }

  private int feed(
      FeedOptions options, ImageSet set, KafkaTarget target, Path folder, int partitions)
      throws DatasetException, PlatformException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    FeedScreen screen = new FeedScreen(out, Home.isTerminal(), Home.isColoured());
    screen.line(
        "images  "
            + set.count()
            + " of "
            + Math.round(set.meanBytes())
            + " bytes on average, "
            + set.description());
    screen.line(
        "topic   "
            + topic
            + " at "
            + target.servers()
            + ", "
            + Numbers.count(partitions, "partition"));
    screen.line("output  " + folder);
    Feed feed = new Feed(options, set, target, folder, screen);
    ShutdownWait shutdown = ShutdownWait.stopping(feed::stop);
    try {
      return end(screen, feed.run(), folder);
    } finally {
      screen.clear();
      shutdown.close();
    }
  }

  private static int end(FeedScreen screen, FeedSummary summary, Path folder)
      throws PlatformException {
    screen.line(
        "%s  %d images, %s MB/s%s%s"
            .formatted(
                summary.interrupted() ? "stopped" : "sent   ",
                summary.sent(),
                Numbers.fixed(summary.achievedMbps(), 3),
                Double.isNaN(summary.askedMbps())
                    ? ""
                    : " of " + Numbers.fixed(summary.askedMbps(), 3),
                Double.isNaN(summary.maxLagMillis())
                    ? ""
                    : ", lag p99 %s ms, max %s ms"
                        .formatted(
                            Numbers.significant(summary.p99LagMillis(), 2),
                            Numbers.significant(summary.maxLagMillis(), 2))));
    if (!summary.failed().isEmpty()) {
      throw new PlatformException(
          "%s did not arrive for sure: %s; their ids are in %s"
              .formatted(
                  Numbers.count(summary.failed().size(), "image"),
                  summary.reason(),
                  folder.resolve("feed.json")));
    }
    return summary.interrupted() ? 130 : 0;
  }
}
