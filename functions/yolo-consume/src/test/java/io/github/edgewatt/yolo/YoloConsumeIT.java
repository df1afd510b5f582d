package io.github.edgewatt.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.fixtures.RunningProgram;
import io.github.edgewatt.yolo.graph.TinyModel;
import io.github.edgewatt.yolo.message.DetectionsJson;
import io.github.edgewatt.yolo.message.Json;
import io.github.edgewatt.yolo.model.ModelSettings;
import io.github.edgewatt.yolo.model.ObjectDetector;
import io.github.edgewatt.yolo.model.OnnxDetector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Packaged consumers against a real broker. */
@Timeout(300)
class YoloConsumeIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;
  private static TestBroker broker;

  @BeforeAll
  static void start() {
    broker = new TestBroker(folder.resolve("kafka"));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void exactDetectionsComeBackOfEveryPhoto() throws Exception {
    assumeBroker();
    var photos = Pictures.shared("images");
    var model = Pictures.shared("models/yolox-nano/yolox_nano.onnx");
    assumeTrue(
        photos.isPresent() && model.isPresent(), "skipped: no ../shared beside the checkout");
    detectsExactly(model.get().toString(), Pictures.photos(photos.get()), 60);
  }

  @Test
  void exactDetectionsComeBackOfAModelMadeHere() throws Exception {
    assumeBroker();
    Path model = Files.write(folder.resolve("tiny.onnx"), TinyModel.bytes(160));
    detectsExactly(model.toString(), Pictures.squares(30, 160, TinyModel.SQUARE), 300);
  }

  @Test
  void withoutResultsOffsetsAreCommittedAfterDetection() throws Exception {
    assumeBroker();
    String topic = broker.topics(2);
    Map<String, String> told = broker.environment(topic, "synthetic:0.01");
    told.put("VALIDATE_RESULTS", "FALSE");
    told.put("VERBOSE", "TRUE");
    told.put("YOLO_WORKERS", "2");
    try (RunningProgram consumer = RunningProgram.start("/health/ready", told);
        TopicReader results = broker.read(topic + ".out")) {
      broker.send(topic, 0, Pictures.drawn(20));
      broker.awaitCommitted(topic, 20);
      assertThat(results.rest().records()).isEmpty();
      assertThat(consumer.get("/metrics").body()).contains("yolo_queue_seconds_count 20");
      assertThat(consumer.said().stream().filter(line -> line.contains(topic + "-"))).hasSize(20);
    }
  }

  @Test
  void aTopicThatIsNotThereYetIsWaitedFor() throws Exception {
    assumeBroker();
    Map<String, String> told = broker.environment("not-yet", "synthetic:0.01");
    try (RunningProgram consumer = RunningProgram.start("/health/live", told)) {
      consumer.await("/health/ready", 503);
      while (!consumer.get("/health/ready").body().contains("there is no topic not-yet")) {
        Thread.sleep(100);
      }
      broker.make("not-yet", 3);
      consumer.await("/health/ready", 200);
      broker.send("not-yet", 0, Pictures.drawn(5));
      broker.awaitCommitted("not-yet", 5);
    }
  }

  private static void detectsExactly(String model, List<byte[]> pictures, int count)
      throws Exception {
    List<JsonNode> expected = new ArrayList<>();
    try (ObjectDetector detector = OnnxDetector.open(ModelSettings.of(model))) {
      for (byte[] picture : pictures) {
        expected.add(
            JSON.readTree(
                Json.bytes(
                    DetectionsJson.answer(
                        detector.name(), detector.dimensions(), detector.detect(picture)))));
      }
    }
    assertThat(expected).allSatisfy(one -> assertThat(one.get("detections")).isNotEmpty());
    String topic = broker.topics(5);
    try (RunningProgram one = broker.consumer(topic, model);
        RunningProgram two = broker.consumer(topic, model);
        TopicReader results = broker.read(topic + ".out")) {
      broker.awaitConsumers(topic, 2);
      broker.send(topic, 0, Pictures.over(pictures, count));
      while (results.ids().size() < count) {
        // What is committed now must be told by now.
        long committed = broker.committed(topic);
        results.until(() -> results.records().size() >= committed);
        results.rest();
      }
      assertThat(results.duplicates()).isZero();
      assertThat(results.results())
          .allSatisfy(
              result -> {
                JsonNode right = expected.get(result.get("id").asInt() % expected.size());
                assertThat(result.get("detections")).isEqualTo(right.get("detections"));
                assertThat(result.get("width")).isEqualTo(right.get("width"));
                assertThat(result.get("model")).isEqualTo(right.get("model"));
                assertThat(result.get("dimensions")).isEqualTo(right.get("dimensions"));
              });
      assertThat(sources(results)).hasSize(2);
      broker.awaitCommitted(topic, count);
      assertThat(one.get("/metrics").body()).contains("yolo_requests_received_total");
      assertThat(two.get("/health/ready").statusCode()).isEqualTo(200);
    }
  }

  private static Set<String> sources(TopicReader results) {
    return results.results().stream()
        .map(result -> result.get("source").asText())
        .collect(Collectors.toSet());
  }

  private static void assumeBroker() {
    assumeTrue(broker.missing().isEmpty(), () -> "skipped: " + broker.missing().orElse(""));
  }
}
