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

/** Bad input of {@code track} ends with 2, one line, and nothing made or asked. */
class TrackCommandTest {
  @TempDir Path root;

  private String refused(String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of("track"));
    all.addAll(List.of(words));
    if (!all.contains("--kafka")) {
      // Where nobody listens: asking would take its time and end with 1.
      all.addAll(List.of("--kafka", "127.0.0.1:1"));
    }
    if (!all.contains("--output_path")) {
      all.addAll(List.of("--output_path", root.resolve("out").toString()));
    }
    CommandLineRun run = CommandLineRun.of(all.toArray(new String[0]));
    assertThat(run.err()).as(String.join(" ", all)).hasSize(1);
    assertThat(run.err().get(0)).startsWith("edgewatt: ").hasSizeGreaterThan(20);
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(2);
    try (Stream<Path> files = Files.list(root)) {
      assertThat(files.filter(file -> !file.getFileName().toString().startsWith("given")))
          .isEmpty();
    }
    return run.err().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--save_interval 0 | --save_interval is 0: give 1 to 1,000,000",
        "--save-interval 1000001 | --save_interval is 1000001: give 1 to 1,000,000",
        "--save_interval=-1 | --save_interval is -1: give 1 to 1,000,000",
        "--save_interval many | 'many'",
        "--save-interval 1.5 | '1.5'",
        "--print_interval 0 | --print_interval is 0: give 1 to 1,000,000",
        "--print-interval 1000001 | --print_interval is 1000001",
        "--print_interval x | 'x'",
        "--print-interval 99999999999 | '99999999999'",
        "--input_topic a/b | --input_topic is 'a/b'",
        "--input-topic .. | --input_topic is '..'",
        "--input_topic a,b | --input_topic is 'a,b'",
        "--header gen-3 | --header is 'gen-3': say gen-1, gen-2 or full",
        "--header GEN-1 | --header is 'GEN-1': say gen-1, gen-2 or full",
        "--expect 0 | --expect is '0': that is not 1 to 100,000,000 images",
        "--expect=-5 | --expect is '-5': give 1 image or more, a range, or a file",
        "--expect 5-3 | --expect is '5-3': that is not 1 to 100,000,000 images",
        "--expect 100000001 | --expect is '100000001': that is not 1 to 100,000,000 images",
        "--expect 0-100000000 | --expect is '0-100000000': that is not 1 to 100,000,000 images",
        "--expect 12345678901234567 | give 1 image or more, a range, or a file",
        "--expect lots | --expect is 'lots': give a number, a range such as 0-999, or a feed.json",
        "--expect 1.5 | --expect is '1.5': give a number, a range such as 0-999, or a feed.json",
        "--expect 1-2-3 | --expect is '1-2-3': give a number, a range",
        "--timeout never | 'never' is not a duration",
        "--timeout 0s | '0s' is no time at all",
        "--timeout=-1s | '-1s'",
        "--port -1 | -1",
        "--port=-1 | --port is -1: give 0 to 65,535",
        "--port 65536 | --port is 65536: give 0 to 65,535",
        "--port http | 'http'",
        "--from middle | --from is 'middle': say latest or earliest",
        "--from LATEST | --from is 'LATEST': say latest or earliest",
        "--kafka nowhere | --kafka is 'nowhere': give host:port, several with commas",
        "--kafka k:65536 | --kafka is 'k:65536': a port is 1 to 65,535, not 65536",
        "--client-config nowhere | --client-config nowhere cannot be read",
        "--frobnicate | '--frobnicate' is not understood",
        "--save_interval | --save_interval",
        "extra | 'extra' is not understood"
      })
  void options(String words, String reason) throws Exception {
    assertThat(refused(words.split(" ", -1))).contains(reason);
  }

  @Test
  void emptyWords() throws Exception {
    assertThat(refused("--host", " ")).contains("--host is empty: name an address");
    assertThat(refused("--host", "unknown.invalid"))
        .contains("--host is 'unknown.invalid', which nobody knows: name an address");
    assertThat(refused("--host", "192.0.2.1")).contains("--host is '192.0.2.1': nobody can listen");
    assertThat(refused("--input_topic", "")).contains("--input_topic is ''");
    assertThat(refused("--input_topic", "t".repeat(250))).contains("--input_topic is 'ttt");
    assertThat(refused("--header", "")).contains("--header is ''");
    assertThat(refused("--expect", "")).contains("--expect");
  }

  @Test
  void anOutputThatIsAFile() throws Exception {
    Path file = Files.writeString(root.resolve("given"), "kept");
    assertThat(refused("--output_path", file.toString()))
        .contains("--output_path " + file + " cannot be written: " + file + " is not a folder");
    assertThat(file).hasContent("kept");
  }

  @Test
  void anOutputThatTakesNoFiles() throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc")), "no /proc on this system");
    assertThat(refused("--output_path", "/proc/x/y"))
        .startsWith("edgewatt: --output_path /proc/x/y cannot be written: ")
        .contains("/proc");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{ | is not JSON",
        "[] | has no first_id and last_id: name a file that bin/profiler feed wrote",
        "{\"first_id\":0} | has no first_id and last_id",
        "{\"first_id\":9,\"last_id\":1} | images 9 to 1 cannot be counted",
        "{\"first_id\":0,\"last_id\":100000000} | images 0 to 100000000 cannot be counted"
      })
  void feedsThatAreNone(String json, String reason) throws Exception {
    Path feed = Files.writeString(root.resolve("given.json"), json);
    assertThat(refused("--expect", feed.toString())).contains("--expect: ", reason);
  }

  @Test
  void aFolderIsNoFeed() throws Exception {
    Path folder = Files.createDirectory(root.resolve("given"));
    assertThat(refused("--expect", folder.toString()))
        .contains("--expect " + folder + " is a folder: name the feed.json in it");
  }

  @Test
  void helpNamesEveryOptionInBothSpellings() {
    CommandLineRun run = CommandLineRun.of("track", "--help");
    assertThat(run.status()).isZero();
    assertThat(String.join("\n", run.out()))
        .contains("--save_interval", "--save-interval", "--print_interval", "--print-interval")
        .contains("--input_topic", "--input-topic", "--output_path", "--output-path")
        .contains("--header", "--expect", "--timeout", "--port", "--host", "--from", "--kafka");
  }
}
