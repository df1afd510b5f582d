package io.github.edgewatt.yolo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything a topic of one partition holds, as it comes. */
final class TopicReader implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration POLL = Duration.ofMillis(100);
  private static final long GIVE_UP_NANOS = 120_000_000_000L;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

  TopicReader(String servers, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers, "reconnect.backoff.max.ms", "500"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    TopicPartition all = new TopicPartition(topic, 0);
    consumer.assign(List.of(all));
    consumer.seekToBeginning(List.of(all));
  }

  /** Reads until there is enough, or fails after two minutes with what there is. */
  void until(BooleanSupplier enough) {
    long giveUp = System.nanoTime() + GIVE_UP_NANOS;
    while (!enough.getAsBoolean()) {
      if (System.nanoTime() > giveUp) {
        throw new AssertionError("only " + records.size() + " messages: ids " + ids());
      }
      consumer.poll(POLL).forEach(records::add);
    }
  }

  /** Reads until so many different images are told. */
  void untilIds(int count) {
    until(() -> ids().size() >= count);
  }

  /** Reads what is there by now, and what comes in the next moments. */
  TopicReader rest() {
    for (int quiet = 0; quiet < 10; quiet++) {
      int before = records.size();
      consumer.poll(POLL).forEach(records::add);
      quiet = records.size() > before ? 0 : quiet;
    }
    return this;
  }

  List<ConsumerRecord<byte[], byte[]>> records() {
    return records;
  }

  List<JsonNode> results() {
    return records.stream().map(record -> json(record.value())).toList();
  }

  Set<Integer> ids() {
    Set<Integer> ids = new TreeSet<>();
    records.forEach(
        record -> ids.add(Integer.valueOf(new String(record.key(), StandardCharsets.UTF_8))));
    return ids;
  }

  int duplicates() {
    return records.size() - ids().size();
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
