package io.github.edgewatt.yolo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.yolo.model.ModelSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  @TempDir private Path folder;

  @Test
  void defaultsAreThePublishedOnes() {
    Settings read = SettingsReader.read(Map.of("YOLO_MODEL", "m.onnx", "KAFKA_SERVERS", "k:9092"));

    assertThat(read.model()).isEqualTo(ModelSettings.of("m.onnx"));
    assertThat(read.publish()).isTrue();
    assertThat(read.verbose()).isFalse();
    assertThat(read.workers()).isEqualTo(1);
    assertThat(read.source()).endsWith(":" + ProcessHandle.current().pid());
    KafkaSettings kafka = read.kafka().orElseThrow();
    assertThat(kafka)
        .isEqualTo(new KafkaSettings("k:9092", "yolo_input", "yolo_output", "earliest", Map.of()));
    assertThat(kafka.group()).isEqualTo("yolo_input.consumers");
    assertThat(kafka.deadLetterTopic()).isEqualTo("yolo_input_dead_letters");
  }

  @Test
  void everythingCanBeTold() throws IOException {
    Path client = Files.writeString(folder.resolve("c.properties"), "sasl.jaas.config=secret\n");
    Map<String, String> told = new TreeMap<>();
    told.put("YOLO_MODEL", " synthetic:2 ");
    told.put("YOLO_CLASSES", "names.txt");
    told.put("RESOLUTION", "320");
    told.put("YOLO_THREADS", "4");
    told.put("YOLO_WORKERS", "2");
    told.put("YOLO_SCORE", "0.4");
    told.put("YOLO_IOU", "0.5");
    told.put("YOLO_MAX_PIXELS", "1000");
    told.put("VALIDATE_RESULTS", "FALSE");
    told.put("VERBOSE", "TRUE");
    told.put("POD_IP", "10.0.0.7");
    told.put("KAFKA_SERVERS", "a:1, [::1]:65535");
    told.put("KAFKA_INPUT_TOPIC", "in");
    told.put("KAFKA_OUTPUT_TOPIC", "out");
    told.put("KAFKA_OFFSET_RESET", "LATEST");
    told.put("KAFKA_CLIENT_CONFIG", client.toString());

    Settings read = SettingsReader.read(told);

    assertThat(read.model().model()).isEqualTo("synthetic:2");
    assertThat(read.model().classes()).contains(Path.of("names.txt"));
    assertThat(read.model().resolution()).hasValue(320);
    assertThat(read.model().threads()).isEqualTo(4);
    assertThat(read.model().score()).hasValue(.4);
    assertThat(read.model().overlap()).hasValue(.5);
    assertThat(read.model().maxPixels()).isEqualTo(1000);
    assertThat(read.publish()).isFalse();
    assertThat(read.verbose()).isTrue();
    assertThat(read.workers()).isEqualTo(2);
    assertThat(read.source()).isEqualTo("10.0.0.7");
    KafkaSettings kafka = read.kafka().orElseThrow();
    assertThat(kafka.servers()).isEqualTo("a:1,[::1]:65535");
    assertThat(kafka.offsetReset()).isEqualTo("latest");
    assertThat(kafka.client()).containsEntry("sasl.jaas.config", "secret");
    assertThat(kafka.toString()).doesNotContain("secret");
  }

  @Test
  void withoutServersThereIsNoKafka() {
    assertThat(SettingsReader.read(Map.of("YOLO_MODEL", "m", "KAFKA_SERVERS", "")).kafka())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RESOLUTION | abc | RESOLUTION is 'abc': it must be a whole number from 32 to 4096",
        "RESOLUTION | 16 | RESOLUTION is '16': it must be a whole number from 32 to 4096",
        "YOLO_THREADS | 0 | YOLO_THREADS is '0': it must be a whole number from 1 to 1024",
        "YOLO_WORKERS | 1.5 | YOLO_WORKERS is '1.5': it must be a whole number from 1 to 1024",
        "YOLO_SCORE | 2 | YOLO_SCORE is '2': it must be a number from 0 to 1",
        "YOLO_IOU | NaN | YOLO_IOU is 'NaN': it must be a number from 0 to 1",
        "YOLO_MAX_PIXELS | -1 | YOLO_MAX_PIXELS is '-1': it must be a whole number from 1 to 500000000",
        "VALIDATE_RESULTS | yes | VALIDATE_RESULTS is 'yes': it must be TRUE or FALSE",
        "VERBOSE | 1 | VERBOSE is '1': it must be TRUE or FALSE",
        "KAFKA_SERVERS | kafka | KAFKA_SERVERS is 'kafka': it must be host:port, several separated by commas",
        "KAFKA_SERVERS | k:99999 | KAFKA_SERVERS is 'k:99999': it must be host:port, several separated by commas",
        "KAFKA_SERVERS | k:0 | KAFKA_SERVERS is 'k:0': it must be host:port, several separated by commas",
        "KAFKA_SERVERS | a:1,,b:2 | KAFKA_SERVERS is 'a:1,,b:2': it must be host:port, several separated by commas",
        "KAFKA_INPUT_TOPIC | a b | KAFKA_INPUT_TOPIC is 'a b': it must be a topic's name: letters, digits, '.', '_' and '-'",
        "KAFKA_OUTPUT_TOPIC | .. | KAFKA_OUTPUT_TOPIC is '..': it must be a topic's name: letters, digits, '.', '_' and '-'",
        "KAFKA_OFFSET_RESET | none | KAFKA_OFFSET_RESET is 'none': it must be one of earliest, latest",
        "KAFKA_CLIENT_CONFIG | /none | KAFKA_CLIENT_CONFIG is '/none': it must be a properties file that can be read",
      })
  void tellsWhatIsWrong(String name, String value, String line) {
    Map<String, String> told = new TreeMap<>(Map.of("YOLO_MODEL", "m", "KAFKA_SERVERS", "k:1"));
    told.put(name, value);
    assertThatThrownBy(() -> SettingsReader.read(told))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(line);
  }

  @Test
  void aModelMustBeSaid() {
    assertThatThrownBy(() -> SettingsReader.read(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("YOLO_MODEL is not set: say which model");
  }

  @Test
  void theClientsFileMayNotUndoTheGuarantees() throws IOException {
    Path client = Files.writeString(folder.resolve("c.properties"), "acks=0\n");
    Map<String, String> told =
        Map.of("YOLO_MODEL", "m", "KAFKA_SERVERS", "k:1", "KAFKA_CLIENT_CONFIG", client.toString());
    assertThatThrownBy(() -> SettingsReader.read(told)).hasMessageEndingWith("it may not set acks");
  }
}
