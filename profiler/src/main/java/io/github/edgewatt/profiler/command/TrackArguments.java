package io.github.edgewatt.profiler.command;

import io.github.edgewatt.profiler.kafka.KafkaTarget;
import io.github.edgewatt.profiler.kafka.TopicName;
import io.github.edgewatt.profiler.kafka.track.TrackOptions;
import io.github.edgewatt.profiler.kafka.track.count.Expectation;
import io.github.edgewatt.profiler.kafka.track.file.TableHeader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code track} is told: the published options, and ours. */
final class TrackArguments {
  private static final int MOST_INTERVAL = 1_000_000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"--save_interval", "--save-interval"},
      paramLabel = "ROWS",
      defaultValue = "1000",
      description = "rows of a file (${DEFAULT-VALUE})")
  private int saveInterval;

  @Option(
      names = {"--print_interval", "--print-interval"},
      paramLabel = "ROWS",
      defaultValue = "20",
      description = "results of a window of the printed figures (${DEFAULT-VALUE})")
  private int printInterval;

  @Option(
      names = {"--input_topic", "--input-topic"},
      paramLabel = "TOPIC",
      defaultValue = KafkaTarget.OUTPUT,
      description = "where results come from (${DEFAULT-VALUE})")
  private String topic;

  @Option(
      names = {"--output_path", "--output-path"},
      paramLabel = "DIR",
      defaultValue = "./yolo_outputs/",
      description = "where the run's folder is made (${DEFAULT-VALUE})")
  private Path output;

  @Option(
      names = "--header",
      paramLabel = "gen-1|gen-2|full",
      defaultValue = "full",
      description = "columns: as published, or ours after them (${DEFAULT-VALUE})")
  private String header;

  @Option(
      names = "--expect",
      paramLabel = "COUNT|FIRST-LAST|FILE",
      description = "what ought to come: images numbered from 0, a range, or a feed's feed.json")
  private String expect;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = PipelineConverters.Seconds.class,
      description = "with --expect, give up after so long without a message (${DEFAULT-VALUE})")
  private Duration timeout;

  @Option(
      names = "--port",
      defaultValue = "8000",
      description = "of the metrics; 0 for a free one (${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "address the metrics are served on (${DEFAULT-VALUE})")
  private String host;

  @Option(
      names = "--from",
      paramLabel = "latest|earliest",
      defaultValue = "latest",
      description = "where a group without a place begins (${DEFAULT-VALUE})")
  private String from;

  String topic() {
    if (!TopicName.isValid(topic)) {
      throw refuse("--input_topic is '" + topic + "': " + TopicName.RULE);
    }
    return topic;
  }

  String host() {
    if (host.isBlank()) {
      throw refuse("--host is empty: name an address, such as 127.0.0.1");
    }
    try (ServerSocket trial = new ServerSocket()) {
      trial.bind(new InetSocketAddress(InetAddress.getByName(host), 0));
    } catch (UnknownHostException e) {
      throw refuse("--host is '" + host + "', which nobody knows: name an address of this machine");
    } catch (IOException e) {
      throw refuse(
          "--host is '%s': nobody can listen there (%s): name an address of this machine"
              .formatted(host, e.getMessage()));
    }
    return host;
  }

  int port() {
    return within("--port", port, 0, 65_535);
  }

  boolean isEarliest() {
    if (!from.equals("latest") && !from.equals("earliest")) {
      throw refuse("--from is '" + from + "': say latest or earliest");
    }
    return from.equals("earliest");
  }

  /** All of them, checked. */
  TrackOptions options() {
    host();
    port();
    isEarliest();
    return new TrackOptions(
        within("--save_interval", saveInterval, 1, MOST_INTERVAL),
        within("--print_interval", printInterval, 1, MOST_INTERVAL),
        output,
        header(),
        expected(),
        isNumbers() ? Optional.empty() : feed(),
        timeout);
  }

  private TableHeader header() {
    try {
      return TableHeader.of(header);
    } catch (IllegalArgumentException e) {
      throw refuse("--header is " + e.getMessage());
    }
  }

  private boolean isNumbers() {
    return expect == null || expect.matches("-?\\d+(-\\d+)?");
  }

  private Optional<Expectation> expected() {
    if (expect == null || !isNumbers()) {
      return Optional.empty();
    }
    if (!expect.matches("\\d{1,15}(-\\d{1,15})?")) {
      throw refuse("--expect is '" + expect + "': give 1 image or more, a range, or a file");
    }
    String[] numbers = expect.split("-", 2);
    long first = Long.parseLong(numbers[0]);
    long last = numbers.length == 2 ? Long.parseLong(numbers[1]) : first - 1;
    first = numbers.length == 2 ? first : 0;
    if (last < first || last - first >= Expectation.MOST) {
      throw refuse(
          "--expect is '%s': that is not 1 to %,d images".formatted(expect, Expectation.MOST));
    }
    return Optional.of(new Expectation(first, last, java.util.Set.of()));
  }

  private Optional<Path> feed() {
    Path file = Path.of(expect);
    if (Files.isDirectory(file)) {
      throw refuse("--expect " + expect + " is a folder: name the feed.json in it");
    }
    if (!expect.endsWith(".json")) {
      throw refuse(
          "--expect is '" + expect + "': give a number, a range such as 0-999, or a feed.json");
    }
    if (Files.exists(file)) {
      try {
        Expectation.read(file);
      } catch (IOException e) {
        throw refuse("--expect " + expect + " cannot be read: " + Folders.reason(e));
      } catch (IllegalArgumentException e) {
        throw refuse("--expect: " + e.getMessage());
      }
    }
    return Optional.of(file);
  }

  private int within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw refuse("%s is %d: give %d to %,d".formatted(option, value, least, most));
    }
    return value;
  }

  private ParameterException refuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
