package io.github.edgewatt.yolo;

import io.github.edgewatt.fixtures.RealServer;
import io.github.edgewatt.fixtures.RunningProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker with topics of its own for each test. */
final class TestBroker implements AutoCloseable {
  private final RealServer server;
  private Admin admin;
  private KafkaProducer<byte[], byte[]> producer;
  private int topics;

  TestBroker(Path state) {
    server = RealServer.up("kafka.sh", state);
    if (server.missing().isEmpty()) {
      Map<String, Object> told =
          Map.of("bootstrap.servers", servers(), "max.request.size", "12000000");
      admin = Admin.create(told);
      producer = new KafkaProducer<>(told, new ByteArraySerializer(), new ByteArraySerializer());
    }
  }

  Optional<String> missing() {
    return server.missing();
  }

  String servers() {
    return server.get("servers");
  }

  void away() {
    server.tell("away");
  }

  void back() {
    server.tell("back");
  }

  /** Names an input topic nobody else uses and makes it, its results' and its dead letters'. */
  String topics(int partitions) throws Exception {
    String input = "images-" + ++topics;
    make(input, partitions);
    return input;
  }

  /** Makes an input topic, its results' and its dead letters'. */
  void make(String input, int partitions) throws Exception {
    admin
        .createTopics(
            List.of(
                new NewTopic(input, partitions, (short) 1)
                    .configs(Map.of("max.message.bytes", "12000000")),
                new NewTopic(input + ".out", 1, (short) 1),
                new NewTopic(input + "_dead_letters", 1, (short) 1)))
        .all()
        .get(30, TimeUnit.SECONDS);
  }

  /** Sends images with running numbers from {@code first}, spread over the partitions. */
  void send(String topic, int first, List<byte[]> images)
      throws InterruptedException, ExecutionException {
    int partitions = producer.partitionsFor(topic).size();
    List<Future<?>> sent = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      byte[] key = Integer.toString(first + i).getBytes(StandardCharsets.UTF_8);
      sent.add(
          producer.send(new ProducerRecord<>(topic, (first + i) % partitions, key, images.get(i))));
    }
    for (Future<?> one : sent) {
      one.get();
    }
  }

  /** What a consumer of the topic is told. */
  Map<String, String> environment(String topic, String model) {
    Map<String, String> told = new TreeMap<>();
    told.put("KAFKA_SERVERS", servers());
    told.put("KAFKA_INPUT_TOPIC", topic);
    told.put("KAFKA_OUTPUT_TOPIC", topic + ".out");
    told.put("YOLO_MODEL", model);
    return told;
  }

  /** A consumer of the topic that is ready. */
  RunningProgram consumer(String topic, String model) throws IOException, InterruptedException {
    return RunningProgram.start("/health/ready", environment(topic, model));
  }

  /** Waits until so many consumers of the topic have partitions, and fails where they do not. */
  void awaitConsumers(String topic, int count) throws Exception {
    String group = topic + ".consumers";
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (working(group) != count) {
      if (System.nanoTime() > giveUp) {
        throw new AssertionError(working(group) + " of " + count + " consumers have partitions");
      }
      Thread.sleep(100);
    }
  }

  private long working(String group) throws Exception {
    return admin
        .describeConsumerGroups(List.of(group))
        .describedGroups()
        .get(group)
        .get(30, TimeUnit.SECONDS)
        .members()
        .stream()
        .filter(member -> !member.assignment().topicPartitions().isEmpty())
        .count();
  }

  /** Waits until so many are committed, and fails where they do not become so. */
  void awaitCommitted(String topic, long count) throws Exception {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (committed(topic) < count) {
      if (System.nanoTime() > giveUp) {
        throw new AssertionError("committed " + committed(topic) + " of " + count);
      }
      Thread.sleep(100);
    }
  }

  /** How many images of the topic the group has committed. */
  long committed(String topic) throws Exception {
    return admin
        .listConsumerGroupOffsets(topic + ".consumers")
        .partitionsToOffsetAndMetadata()
        .get(30, TimeUnit.SECONDS)
        .values()
        .stream()
        .mapToLong(offset -> offset == null ? 0 : offset.offset())
        .sum();
  }

  TopicReader read(String topic) {
    return new TopicReader(servers(), topic);
  }

  @Override
  public void close() {
    if (server.missing().isEmpty()) {
      producer.close();
      admin.close();
    }
    server.close();
  }
}
