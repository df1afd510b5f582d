package io.github.edgewatt.profiler.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input of the commands that reach Kafka ends with 2, one line, and nothing made or asked. */
class FeedInputTest {
  @TempDir Path root;

  private String refused(String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of(words));
    // Where nobody listens: asking would take its time and end with 1.
    if (!all.contains("--kafka")) {
      all.addAll(List.of("--kafka", "127.0.0.1:1"));
    }
    CommandLineRun run = CommandLineRun.of(all.toArray(new String[0]));
    assertThat(run.err()).hasSize(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(2);
    try (Stream<Path> files = Files.list(root)) {
      assertThat(files.filter(file -> !file.endsWith("given"))).isEmpty();
    }
    return run.err().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "-m 0 | '0' is not a number of megabytes per second",
        "--max_mbps NaN | 'NaN' is not a number of megabytes",
        "--max-mbps fast | 'fast' is not a number of megabytes",
        "-m 1e9 | '1e9' is not a number of megabytes",
        "-m -1 | -1",
        "-d 0 | '0s' is no time at all",
        "--duration soon | 'soon' is not a duration: write seconds, or numbers with units",
        "-d 90000 | is longer than 24h",
        "-b 0 | '0' is not a number of slices from 1 to 100,000",
        "--breakpoints 2.5 | '2.5' is not a number of slices",
        "-c 0 | '0' is not a number of cycles",
        "--n_cycles x | 'x' is not a number of cycles",
        "--n-cycles x | 'x' is not a number of cycles",
        "--shape square | --shape is 'square': say day-night, linear or burst",
        "-n 5 | --n_images does not go with this shape",
        "--shape linear -c 5 | --n_cycles does not go with this shape: a ramp has no days",
        "--shape linear -t 2 | --n_threads does not go with this shape",
        "--shape burst -n 0 | '0' is not a number of images",
        "--shape burst -t 65 | '65' is not a number of threads from 1 to 64",
        "--shape burst -m 2 | --max_mbps does not go with this shape: a burst goes at full speed",
        "--shape burst -d 2 | --duration does not go with this shape",
        "--shape burst -b 2 | --breakpoints does not go with this shape",
        "--shape burst -c 2 | --n_cycles does not go with this shape",
        "--images nowhere | --images: 'nowhere' is no folder, no HDF5 file",
        "--images generated:0 | --images: generated:0:50000: ask for 1 image or more",
        "--input_topic a/b | --input_topic is 'a/b': a topic's name has",
        "--first_id -1 | -1",
        "--first_id x | 'x'",
        "--seed x | 'x'",
        "--give-up 1ms | --give-up is below 1 s",
        "--timeout never | 'never' is not a duration",
        "--kafka nowhere | --kafka is 'nowhere': give host:port",
        "--kafka k:1,127.0.0.1:99999 | a port is 1 to 65,535, not 99999",
        "--client-config nowhere | --client-config nowhere cannot be read: no such file or folder",
        "extra | 'extra' is not understood"
      })
  void feeds(String words, String reason) throws Exception {
    String output = " --output " + root.resolve("feed");
    assertThat(refused(("feed " + words + output).split(" ", -1))).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "init | Missing required option: '--n_partitions=N'",
        "init -n 0 | '0' is not a number of partitions from 1 to 10,000",
        "init --n_partitions many | 'many' is not a number of partitions",
        "init -n 1 --replication 0 | '0' is not a number of copies from 1 to 100",
        "init -n 1 --timeout 0 | '0s' is no time at all",
        "init -n 1 --input_topic .. | --input_topic is '..'",
        "init -n 1 --output-topic a,b | --output_topic is 'a,b'",
        "init -n 1 --input_topic x --output_topic x | are both 'x'",
        "init -n 1 --kafka 1:2:3 | --kafka is '1:2:3'",
        "init -n 1 --kafka k:0 | --kafka is 'k:0': a port is 1 to 65,535, not 0"
      })
  void topics(String words, String reason) throws Exception {
    assertThat(refused(words.split(" ", -1))).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "security.protocol=BOGUS,security.protocol",
    "retries=many,retries",
    "security.protocol=SASL_SSL,jaas",
    "security.protocol=SSL;ssl.truststore.location=/nowhere/trust.jks,/nowhere/trust.jks"
  })
  void clientPropertiesThatKafkaRefuses(String lines, String named) throws Exception {
    Path given = Files.writeString(root.resolve("given"), lines.replace(';', '\n'));
    for (String words : List.of("init -n 1", "feed --output " + root.resolve("feed"), track())) {
      assertThat(refused((words + " --client-config " + given).split(" ")))
          .startsWith("edgewatt: --client-config " + given + " is refused by Kafka's clients: ")
          .containsIgnoringCase(named);
    }
  }

  private String track() {
    return "track --port 0 --output_path " + root.resolve("track");
  }

  @Test
  void anOutputThatCannotBeWritten() throws Exception {
    Path given = Files.writeString(root.resolve("given"), "kept");
    for (Path folder : List.of(given, given.resolve("below"))) {
      assertThat(refused("feed", "--output", folder.toString()))
          .contains("--output " + folder + " cannot be written: " + given + " is not a folder");
    }
    assertThat(given).hasContent("kept");
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc")), "no /proc on this system");
    assertThat(refused("feed", "--output", "/proc/x"))
        .startsWith("edgewatt: --output /proc/x cannot be written: ")
        .contains("/proc");
  }

  @Test
  void anEarlierFeedIsNotOverwritten() throws Exception {
    Path given = Files.createDirectory(root.resolve("given"));
    for (String name : List.of("feed.csv", "feed.json")) {
      Path file = Files.writeString(given.resolve(name), "kept");
      assertThat(refused("feed", "--output", given.toString()))
          .contains(given + " already holds a feed: choose another --output");
      assertThat(file).hasContent("kept");
      Files.delete(file);
    }
  }
}
