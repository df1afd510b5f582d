package io.github.edgewatt.profiler.experiment.spec;

import io.github.edgewatt.profiler.kafka.TopicName;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes an experiment of its file's keys. */
final class ExperimentReader {
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration SECOND = Duration.ofSeconds(1);
  // The commands' own limits, so that no stage refuses what was accepted here.
  private static final int MOST_SLICES = 100_000;
  private static final int MOST_INTERVAL = 1_000_000;
  private static final String ADDRESSES = "[^,:\\s]+:\\d{1,5}(,[^,:\\s]+:\\d{1,5})*";

  private final Paths paths;
  private final Overrides overrides;
  private final ConsumersReader consumersReader;

  ExperimentReader(Paths paths, Overrides overrides) {
    this.paths = paths;
    this.overrides = overrides;
    this.consumersReader = new ConsumersReader(paths, overrides);
  }

  Experiment read(Fields root) throws SpecException {
    String name = root.text("name", "experiment");
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,59}")) {
      throw root.fault("name", "'" + name + "': use letters, digits, dots and dashes");
    }
    Servers servers = servers(root);
    Consumers consumers = consumersReader.consumers(root.group("consumers"));
    if (consumers.cluster().isPresent() && servers.own()) {
      throw root.fault(
          "consumers.platform",
          "kubectl, whose pods cannot reach a stack on 127.0.0.1: give kafka.servers");
    }
    Experiment experiment =
        new Experiment(
            name,
            servers,
            topics(root.group("topics"), consumers.count()),
            consumers,
            root.duration("settle", Duration.ofSeconds(10), Duration.ZERO, Duration.ofMinutes(10)),
            feed(root.group("feed")),
            track(root.group("track")),
            extract(root.group("extract")),
            consumersReader.sweep(root.group("sweep"), consumers.cluster().isEmpty()));
    root.end();
    if (experiment.topics().partitions() < experiment.mostConsumers()) {
      throw root.fault(
          "topics.partitions",
          "%d for %d consumers: each needs one of its own"
              .formatted(experiment.topics().partitions(), experiment.mostConsumers()));
    }
    return experiment;
  }

  private Servers servers(Fields root) throws SpecException {
    Fields kafka = root.group("kafka");
    String addresses = kafka.text("servers", "");
    Optional<Path> clientConfig = clientConfig(kafka);
    kafka.end();
    List<String> prometheus = root.oneOrMore("prometheus");
    if (root.has("stack") == !addresses.isEmpty()) {
      throw root.fault(
          "stack", "one way to Kafka, kafka.servers the other: give exactly one of the two");
    }
    if (root.has("stack")) {
      if (!prometheus.isEmpty()) {
        throw root.fault("prometheus", "given, but the stack brings its own: leave it out");
      }
      Path script = paths.resolve(root.text("stack", ""));
      if (!Files.isExecutable(script)) {
        throw root.fault("stack", "'" + script + "', which is no program");
      }
      if (clientConfig.isPresent()) {
        throw kafka.fault("client_config", "given, but the stack's Kafka needs none: leave it out");
      }
      return new Servers(Optional.of(script), "", Optional.empty(), List.of());
    }
    if (!addresses.matches(ADDRESSES)) {
      throw root.fault("kafka.servers", "'" + addresses + "': give host:port, several with commas");
    }
    if (prometheus.isEmpty()) {
      throw root.fault("prometheus", "absent: give the address of a running one, http://host:port");
    }
    for (String address : prometheus) {
      if (!address.matches("https?://[^\\s,]+")) {
        throw root.fault("prometheus", "'" + address + "': give http://host:port");
      }
      try {
        PrometheusSettings.parse(address);
      } catch (IllegalArgumentException e) {
        throw root.fault("prometheus", "of no use: " + e.getMessage());
      }
    }
    return new Servers(Optional.empty(), addresses, clientConfig, prometheus);
  }

  private Optional<Path> clientConfig(Fields kafka) throws SpecException {
    if (!kafka.has("client_config")) {
      return Optional.empty();
    }
    Path file = paths.resolve(kafka.text("client_config", ""));
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw kafka.fault("client_config", "'" + file + "', which is no readable file");
    }
    return Optional.of(file);
  }

  private static Topics topics(Fields fields, int consumers) throws SpecException {
    Topics topics =
        new Topics(
            fields.text("input", "yolo_input"),
            fields.text("output", "yolo_output"),
            fields.whole("partitions", Math.max(5, consumers), 1, 10_000),
            fields.flag("recreate"));
    fields.end();
    for (String key : List.of("input", "output")) {
      String name = fields.text(key, "x");
      if (!TopicName.isValid(name)) {
        throw fields.fault(key, "'" + name + "': " + TopicName.RULE);
      }
    }
    if (topics.input().equals(topics.output())) {
      throw fields.fault("output", "the input: images and results need a topic each");
    }
    return topics;
  }

  private Feed feed(Fields fields) throws SpecException {
    String written = fields.text("images", Feed.GENERATED);
    String images =
        overrides.images().isPresent()
            ? ImagesAndModels.images("--images", overrides.images().get(), paths)
            : ImagesAndModels.images("feed.images", written, paths);
    String shape =
        fields.word("shape", Feed.DAY_NIGHT, List.of(Feed.DAY_NIGHT, "linear", Feed.BURST));
    Optional<Integer> count =
        fields.has("count")
            ? Optional.of(fields.whole("count", 1, 1, 100_000_000))
            : Optional.empty();
    if (shape.equals(Feed.BURST) != count.isPresent()) {
      throw fields.fault(
          "count", "the images of a burst: give it with shape: burst and only there");
    }
    if (count.isEmpty() && fields.has("threads")) {
      throw fields.fault("threads", "of a burst only: one sender keeps a curve");
    }
    Feed feed =
        new Feed(
            images,
            shape,
            fields.positive("max_mbps", 1, 10_000),
            fields.duration("duration", Duration.ofHours(2), SECOND, DAY),
            fields.whole("breakpoints", 200, 1, MOST_SLICES),
            fields.whole("n_cycles", 5, 1, 10_000),
            count,
            fields.whole("threads", 1, 1, 64));
    fields.end();
    return feed;
  }

  private static Track track(Fields fields) throws SpecException {
    Track track =
        new Track(
            fields.whole("save_interval", 1_000, 1, MOST_INTERVAL),
            fields.duration("timeout", Duration.ofSeconds(30), SECOND, Duration.ofHours(1)),
            fields.duration("drain", Duration.ofMinutes(5), SECOND, DAY));
    fields.end();
    return track;
  }

  private static Extract extract(Fields fields) throws SpecException {
    Extract extract =
        new Extract(
            fields.whole("sampling", 5, 1, 86_400),
            fields.whole("segment_size", 1_000, 1, 10_000_000),
            fields.whole("n_threads", 4, 1, 64),
            fields.word("format", "both", List.of("json", "parquet", "both")),
            fields.expression("include"),
            fields.expression("exclude"));
    fields.end();
    return extract;
  }
}
