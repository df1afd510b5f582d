package io.github.edgewatt.profiler.command;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.edgewatt.fixtures.RealServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Topics of a real broker, and what consumers write to them.
 *
 * @param kafka the broker; without it, tests skip
 */
record ResultTopics(RealServer kafka) {
  void make(String name) throws Exception {
    assumeTrue(kafka.missing().isEmpty(), () -> kafka.missing().orElse(""));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.get("servers")))) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
    }
  }

  static String result(int id) {
    return ("{\"timestamps\":{\"idle\":0.1,\"pre\":1,\"inf\":%d,\"post\":1,\"queue\":5,\"start_time\":%d,"
            + "\"end_time\":%d,\"finish_time\":%d},\"source\":\"pod-%d\",\"model\":\"yolox_nano\","
            + "\"dimensions\":[1,3,416,416],\"id\":\"%d\",\"errors\":[],\"detections\":[],"
            + "\"input\":{\"topic\":\"yolo_input\",\"partition\":%d,\"offset\":%d}}")
        .formatted(
            10 + id % 10,
            1700000000000L + id,
            1700000000005L + id,
            1700000000020L + id,
            id % 3,
            id,
            id % 5,
            id / 5);
  }

  void send(String topic, List<String> messages) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", kafka.get("servers"), "linger.ms", 5);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (String message : messages) {
        var unused =
            producer.send(new ProducerRecord<>(topic, message.getBytes(StandardCharsets.UTF_8)));
      }
      producer.flush();
    }
  }

  static List<String> results(int from, int to) {
    return IntStream.range(from, to).mapToObj(ResultTopics::result).toList();
  }
}
