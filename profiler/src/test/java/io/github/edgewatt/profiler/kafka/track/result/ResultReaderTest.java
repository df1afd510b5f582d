package io.github.edgewatt.profiler.kafka.track.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of all three generations, and what is none. */
class ResultReaderTest {
  private static final String GEN_1 =
      """
      {"timestamps":{"pre":1.5,"inf":20.25,"post":0.5,"queue":7,"start_time":1700000000000,
       "end_time":1700000000007},
       "source":"10.0.0.7","model":"custom-20k","dimensions":[1,3,640,640]}""";

  private static final String GEN_2 =
      """
      {"timestamps":{"idle":0.0035,"pre":1.5,"inf":20.25,"post":0.0,"queue":7,
       "start_time":1700000000000,"end_time":1700000000007.25},
       "source":"10.0.0.7","model":"yolov8n","dimensions":[1,84,8400],"id":"42","errors":[]}""";

  private static final String OURS =
      """
      {"timestamps":{"idle":3.5,"pre":1.5,"inf":20.25,"post":0.5,"queue":7,
       "start_time":1700000000000,"end_time":1700000000007,"receive_time":1700000000007,
       "finish_time":1700000000029.25},"source":"10.0.0.7","model":"yolox_nano",
       "dimensions":[1,3,416,416],"id":"17","errors":["late","odd"],
       "detections":[{"class":"dog","score":0.856,"box":[1.0,2.0,3.0,4.0]},{"class":"cat"}],
       "width":768,"height":576,"input":{"topic":"yolo_input","partition":2,"offset":123}}""";

  private static TrackedResult read(String message) {
    return ResultReader.read(message.getBytes(StandardCharsets.UTF_8), null);
  }

  private static TrackedResult times(String times) {
    return read("{\"timestamps\":{" + times + "}}");
  }

  private static TrackedResult with(String fields) {
    return read("{\"timestamps\":{}," + fields + "}");
  }

  @Test
  void theFirstGeneration() {
    assertThat(read(GEN_1))
        .isEqualTo(
            new TrackedResult(
                "10.0.0.7",
                "custom-20k",
                "[1, 3, 640, 640]",
                Double.NaN,
                1.5,
                20.25,
                0.5,
                7,
                1_700_000_000_000.0,
                1_700_000_000_007.0,
                Double.NaN,
                Optional.empty(),
                OptionalInt.empty(),
                "",
                Optional.empty()));
    assertThat(read(GEN_1).total()).isEqualTo(29.25);
    assertThat(read(GEN_1).finished()).isEqualTo(1_700_000_000_029.25);
  }

  @Test
  void theSecondGenerationWhoseIdleMayBeSeconds() {
    assertThat(read(GEN_2))
        .isEqualTo(
            new TrackedResult(
                "10.0.0.7",
                "yolov8n",
                "[1, 84, 8400]",
                0.0035,
                1.5,
                20.25,
                0,
                7,
                1_700_000_000_000.0,
                1_700_000_000_007.25,
                Double.NaN,
                Optional.of("42"),
                OptionalInt.empty(),
                "",
                Optional.empty()));
    // Nothing tells seconds from milliseconds, so neither is made of the other.
    assertThat(times("\"idle\":3.5").idle()).isEqualTo(3.5);
  }

  @Test
  void ours() {
    assertThat(read(OURS))
        .isEqualTo(
            new TrackedResult(
                "10.0.0.7",
                "yolox_nano",
                "[1, 3, 416, 416]",
                3.5,
                1.5,
                20.25,
                0.5,
                7,
                1_700_000_000_000.0,
                1_700_000_000_007.0,
                1_700_000_000_029.25,
                Optional.of("17"),
                OptionalInt.of(2),
                "late; odd",
                Optional.of(new ImagePlace("yolo_input", 2, 123))));
    assertThat(read(OURS).finished()).isEqualTo(1_700_000_000_029.25);
  }

  @Test
  void whatIsAbsentStaysAbsent() {
    assertThat(read("{\"timestamps\":{}}")).isEqualTo(TestResults.BARE);
    assertThat(
            read(
                "{\"timestamps\":{\"inf\":null},\"source\":null,\"model\":\" \",\"dimensions\":null,"
                    + "\"id\":null,\"errors\":null,\"detections\":null,\"input\":null}"))
        .isEqualTo(TestResults.BARE);
  }

  @Test
  void totalsNeedAllParts() {
    assertThat(times("\"pre\":1,\"inf\":2,\"post\":3").total()).isNaN();
    assertThat(times("\"pre\":1,\"inf\":2,\"post\":3,\"queue\":-10").total()).isEqualTo(-4);
    assertThat(times("\"queue\":-10").isSkewed()).isTrue();
    assertThat(times("\"queue\":0").isSkewed()).isFalse();
    assertThat(times("\"inf\":1").isSkewed()).isFalse();
  }

  @Test
  void receivingIsThePublishedEnd() {
    assertThat(times("\"receive_time\":5").endTime()).isEqualTo(5);
    assertThat(times("\"receive_time\":5,\"end_time\":4").endTime()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "20,20",
        "\"20.5\",20.5",
        "\" 1e3 \",1000",
        "-3,-3",
        "1e400,NaN",
        "NaN,NaN",
        "-Infinity,NaN",
        "\"NaN\",NaN"
      })
  void numbersMayBeText(String json, double value) {
    assertThat(times("\"inf\":" + json).inf()).isEqualTo(Double.valueOf(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"fast\"", "\"\"", "true", "[1]", "{}"})
  void whatIsNoNumberIsRefused(String json) {
    assertThatThrownBy(() -> times("\"inf\":" + json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("its inf is no number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "'' | it is empty",
        "' ' | it is no JSON object",
        "{ | it is no JSON: ",
        "no JSON | it is no JSON: ",
        "[] | it is no JSON object",
        "17 | it is no JSON object",
        "null | it is no JSON object",
        "{} | it has no timestamps",
        "{\"timestamps\":[1]} | it has no timestamps",
        "{\"timestamps\":null} | it has no timestamps"
      })
  void whatIsNoResultIsRefused(String message, String reason) {
    assertThatThrownBy(() -> read(message))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(reason);
  }

  @Test
  void noValueBrokenTextAndTooMuchAreRefused() {
    assertThatThrownBy(() -> ResultReader.read(null, null)).hasMessage("it is empty");
    byte[] broken = {'{', '"', (byte) 0xc3, (byte) 0x28, '"', '}'};
    assertThatThrownBy(() -> ResultReader.read(broken, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("it is no JSON: ");
    assertThatThrownBy(() -> with("\"x\":\"" + "y".repeat(1 << 20) + "\""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bytes, more than a MiB");
    assertThatThrownBy(() -> read("[".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("it is no JSON");
  }

  @Test
  void aNumberComesFromTheMessageOrItsKey() {
    byte[] key = "9".getBytes(StandardCharsets.UTF_8);
    byte[] gen1 = GEN_1.getBytes(StandardCharsets.UTF_8);
    assertThat(ResultReader.read(gen1, key).id()).hasValue("9");
    assertThat(ResultReader.read(GEN_2.getBytes(StandardCharsets.UTF_8), key).id()).hasValue("42");
    assertThat(ResultReader.read(gen1, new byte[0]).id()).isEmpty();
    assertThat(ResultReader.read(gen1, new byte[500]).id()).isEmpty();
    assertThat(with("\"id\":17").id()).hasValue("17");
    assertThat(with("\"id\":\" 17\\n\"").id()).hasValue("17");
    assertThatThrownBy(() -> with("\"id\":\"" + "7".repeat(65) + "\""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("its id has 65 characters");
  }

  @Test
  void namesAreOneLineAndNotTooLong() {
    assertThat(with("\"source\":\"a\\nb\\u001b[31m\\tc\"").source()).isEqualTo("a b [31m c");
    assertThat(with("\"model\":\"" + "m".repeat(300) + "\"").model()).hasSize(200).endsWith("…");
    assertThat(with("\"source\":17").source()).isEqualTo("17");
    assertThat(with("\"source\":{\"a\":1}").source()).isEqualTo("unknown");
    assertThat(with("\"dimensions\":\"640x640\"").dimensions()).isEqualTo("640x640");
    assertThat(with("\"errors\":\"all\\nwrong\"").errors()).isEqualTo("all wrong");
    assertThat(with("\"errors\":[\"a\",{\"b\":1}]").errors()).isEqualTo("a; {\"b\":1}");
    assertThat(with("\"errors\":[\"" + "e".repeat(5_000) + "\"]").errors()).hasSize(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"yolo_input\"",
        "{\"topic\":\"t\",\"partition\":0}",
        "{\"topic\":\"t\",\"partition\":\"0\",\"offset\":1}",
        "{\"topic\":7,\"partition\":0,\"offset\":1}",
        "{\"topic\":\"t\",\"partition\":99999999999,\"offset\":1}"
      })
  void halfAPlaceIsNone(String input) {
    assertThat(with("\"input\":" + input).image()).isEmpty();
  }

  @Test
  void detectionsAreCounted() {
    assertThat(with("\"detections\":[]").detections()).hasValue(0);
    assertThat(with("\"detections\":{}").detections()).isEmpty();
  }
}
