package io.github.edgewatt.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.edgewatt.fixtures.RunningProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Packaged consumers while things go wrong: no image is lost, and few come twice. */
@Timeout(300)
class ConsumerFailuresIT {
  /** Images a consumer may have looked at and not committed, by its own bound. */
  private static final int IN_FLIGHT = 16;

  private static final String MODEL = "synthetic:1";

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

  @BeforeEach
  void assumeBroker() {
    assumeTrue(broker.missing().isEmpty(), () -> "skipped: " + broker.missing().orElse(""));
  }

  @Test
  void aKilledConsumersImagesComeToAnother() throws Exception {
    String topic = broker.topics(5);
    try (RunningProgram killed = broker.consumer(topic, MODEL);
        RunningProgram other = broker.consumer(topic, MODEL);
        TopicReader results = broker.read(topic + ".out")) {
      broker.awaitConsumers(topic, 2);
      broker.send(topic, 0, Pictures.over(Pictures.drawn(20), 400));
      results.untilIds(80);
      killed.kill();
      results.untilIds(400);
      assertThat(results.rest().duplicates()).isLessThanOrEqualTo(IN_FLIGHT);
      broker.awaitCommitted(topic, 400);
      assertThat(other.alive()).isTrue();
    }
  }

  @Test
  void aConsumerThatIsEndedRepeatsLittle() throws Exception {
    String topic = broker.topics(5);
    try (RunningProgram ended = broker.consumer(topic, MODEL);
        RunningProgram other = broker.consumer(topic, MODEL);
        TopicReader results = broker.read(topic + ".out")) {
      broker.awaitConsumers(topic, 2);
      broker.send(topic, 0, Pictures.over(Pictures.drawn(20), 200));
      results.untilIds(40);
      assertThat(ended.terminate()).isEqualTo(143);
      results.untilIds(200);
      assertThat(results.rest().duplicates()).isLessThanOrEqualTo(IN_FLIGHT);
      assertThat(other.alive()).isTrue();
    }
  }

  @Test
  void aThirdConsumerTakesPartitionsAndLittleIsRepeated() throws Exception {
    String topic = broker.topics(6);
    try (RunningProgram one = broker.consumer(topic, MODEL);
        RunningProgram two = broker.consumer(topic, MODEL);
        TopicReader results = broker.read(topic + ".out")) {
      broker.awaitConsumers(topic, 2);
      broker.send(topic, 0, Pictures.over(Pictures.drawn(20), 600));
      results.untilIds(30);
      try (RunningProgram three = broker.consumer(topic, MODEL)) {
        broker.awaitConsumers(topic, 3);
        broker.send(topic, 600, Pictures.over(Pictures.drawn(20), 100));
        results.untilIds(700);
        assertThat(results.rest().duplicates()).isLessThanOrEqualTo(IN_FLIGHT);
        assertThat(
                results.results().stream()
                    .collect(Collectors.groupingBy(result -> result.get("source").asText())))
            .hasSize(3);
        assertThat(List.of(one.alive(), two.alive(), three.alive())).doesNotContain(false);
      }
      broker.awaitCommitted(topic, 700);
    }
  }

  @Test
  void aBrokerThatWasAwayLosesNothing() throws Exception {
    String topic = broker.topics(3);
    try (RunningProgram consumer = broker.consumer(topic, MODEL);
        TopicReader results = broker.read(topic + ".out");
        TopicReader dead = broker.read(topic + "_dead_letters")) {
      broker.send(topic, 0, Pictures.over(Pictures.drawn(20), 200));
      results.untilIds(40);
      broker.away();
      consumer.await("/health/ready", 503);
      assertThat(consumer.get("/health/ready").body()).contains("no broker answers");
      assertThat(consumer.get("/health/live").statusCode()).isEqualTo(200);
      try (RunningProgram late =
          RunningProgram.start("/health/live", broker.environment(topic, MODEL))) {
        late.await("/health/ready", 503);
        broker.back();
        late.await("/health/ready", 200);
        consumer.await("/health/ready", 200);
        broker.send(topic, 200, Pictures.drawn(20));
        results.untilIds(220);
        broker.awaitCommitted(topic, 220);
        assertThat(results.rest().duplicates()).isLessThanOrEqualTo(IN_FLIGHT);
        assertThat(dead.rest().records()).isEmpty();
        assertThat(late.alive() && consumer.alive()).isTrue();
        assertThat(consumer.said()).hasSizeLessThan(30);
      }
    }
  }

  @Test
  void whatIsNoImageGoesToTheDeadLettersWithTheReason() throws Exception {
    String topic = broker.topics(1);
    byte[] good = Pictures.drawn(1).get(0);
    List<byte[]> sent = new ArrayList<>();
    sent.add(good);
    sent.add("not an image".getBytes(StandardCharsets.UTF_8));
    sent.add(Arrays.copyOf(good, good.length / 2));
    sent.add(null);
    sent.add(good);
    try (RunningProgram consumer = broker.consumer(topic, MODEL);
        TopicReader results = broker.read(topic + ".out");
        TopicReader dead = broker.read(topic + "_dead_letters")) {
      broker.send(topic, 0, sent);
      results.untilIds(2);
      dead.untilIds(3);
      assertThat(results.rest().ids()).containsExactly(0, 4);
      assertThat(dead.rest().ids()).containsExactly(1, 2, 3);
      ConsumerRecord<byte[], byte[]> first = dead.records().get(0);
      assertThat(first.value()).isEqualTo(sent.get(1));
      assertThat(headers(first))
          .containsEntry("source-topic", topic)
          .containsEntry("source-partition", "0")
          .containsEntry("source-offset", "1");
      assertThat(headers(first).get("reason")).contains("no JPEG, PNG, GIF or BMP");
      assertThat(headers(dead.records().get(2)).get("reason")).isEqualTo("the message is empty");
      broker.awaitCommitted(topic, 5);
      assertThat(consumer.get("/metrics").body()).contains("yolo_dead_letters_total 3.0");
    }
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new TreeMap<>();
    record
        .headers()
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return headers;
  }
}
