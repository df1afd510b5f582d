package io.github.edgewatt.profiler.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A producer and a consumer of no group, for trials. */
final class ProbeClients implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private final Deadline deadline;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;

  ProbeClients(Properties client, Deadline deadline) {
    this.deadline = deadline;
    String left = String.valueOf(Math.max(1, deadline.leftMillis()));
    Properties sending = copy(client);
    sending.put("acks", "all");
    sending.put("max.block.ms", left);
    sending.put("linger.ms", "0");
    // Not above the whole: delivery.timeout.ms has to cover a request.
    sending.put("request.timeout.ms", String.valueOf(Math.max(1, deadline.leftMillis() / 2)));
    sending.put("delivery.timeout.ms", left);
    producer = new KafkaProducer<>(sending, new ByteArraySerializer(), new ByteArraySerializer());
    Properties reading = copy(client);
    reading.put("default.api.timeout.ms", left);
    reading.put("enable.auto.commit", "false");
    reading.put("allow.auto.create.topics", "false");
    consumer =
        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static Properties copy(Properties from) {
    Properties all = new Properties();
    all.putAll(from);
    return all;
  }

  /**
   * Sends a record to each partition in turn and reads it back.
   *
   * @return the slowest trip in milliseconds
   * @throws TimeoutException naming the partition whose record did not come back
   */
  double slowestMillis(List<TopicPartition> partitions)
      throws TimeoutException, InterruptedException {
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // Found out before the clock runs: metadata, connections, the ends.
    partitions.forEach(consumer::position);
    double slowest = 0;
    for (TopicPartition partition : partitions) {
      slowest = Math.max(slowest, millis(partition));
    }
    return slowest;
  }

  private double millis(TopicPartition partition) throws TimeoutException, InterruptedException {
    byte[] mark = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    ProducerRecord<byte[], byte[]> probe =
        new ProducerRecord<>(partition.topic(), partition.partition(), null, mark);
    probe.headers().add(RoundTrip.HEADER, mark);
    long start = System.nanoTime();
    try {
      producer.send(probe).get(deadline.leftMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new KafkaException(KafkaErrors.reason(e), e.getCause());
    } catch (TimeoutException e) {
      throw new TimeoutException("partition " + partition.partition() + " took no record");
    }
    while (!deadline.isOver()) {
      for (ConsumerRecord<byte[], byte[]> seen : consumer.poll(POLL).records(partition)) {
        if (Arrays.equals(seen.value(), mark)) {
          return (System.nanoTime() - start) / 1e6;
        }
      }
    }
    throw new TimeoutException(
        "partition " + partition.partition() + " did not give back the record it took");
  }

  @Override
  public void close() {
    try {
      producer.close(Duration.ofSeconds(1));
    } finally {
      consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
  }
}
