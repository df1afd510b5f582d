package io.github.edgewatt.profiler.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.fixtures.RealServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code init} against a real broker. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class InitIT {
  @TempDir static Path state;
  private static RealServer broker;

  @BeforeAll
  static void up() {
    broker = RealServer.up("kafka.sh", state.resolve("kafka"));
    Assumptions.assumeTrue(broker.missing().isEmpty(), () -> broker.missing().orElse(""));
  }

  @AfterAll
  static void down() {
    broker.close();
  }

  private static CommandLineRun init(String words) {
    return CommandLineRun.of(
        ("init --kafka " + broker.get("servers") + " " + words).split(" ", -1));
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.get("servers"));
  }

  private static long records(String topic) throws Exception {
    try (Admin admin = Admin.create(client())) {
      TopicPartition first = new TopicPartition(topic, 0);
      long end = offset(admin, first, OffsetSpec.latest());
      return end - offset(admin, first, OffsetSpec.earliest());
    }
  }

  private static long offset(Admin admin, TopicPartition of, OffsetSpec at) throws Exception {
    return admin.listOffsets(Map.of(of, at)).partitionResult(of).get(20, TimeUnit.SECONDS).offset();
  }

  private static void send(String topic, String text) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer())) {
      byte[] value = text.getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(topic, 0, null, value)).get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void makesKeepsGrowsAndRefuses() throws Exception {
    String names = " --input_topic in --output-topic out";
    CommandLineRun made = init("-n 2" + names);
    assertThat(made.err()).isEmpty();
    assertThat(made.status()).isZero();
    assertThat(made.out()).hasSize(3);
    assertThat(made.out().get(0)).startsWith("in ").contains("2 partitions, created; round trip ");
    assertThat(made.out().get(1)).startsWith("out ").contains("1 partition, created; round trip ");
    assertThat(made.out().get(2)).startsWith("in_dead_letters ").contains("1 partition, created;");
    // What the trial wrote is gone again.
    assertThat(records("in")).isZero();
    assertThat(records("out")).isZero();
    assertThat(init("-n 2" + names).out().get(0)).contains("2 partitions, kept;");
    assertThat(init("--n_partitions 4" + names).out().get(0))
        .contains("4 partitions, grown from 2;");
    CommandLineRun shrunk = init("-n 3" + names);
    assertThat(shrunk.status()).isEqualTo(1);
    assertThat(shrunk.err())
        .containsExactly(
            "edgewatt: topic in has 4 partitions and cannot shrink to 3: ask for -n 4, or"
                + " --recreate, which deletes what it holds");
    CommandLineRun anew = init("-n 3 --recreate" + names);
    assertThat(anew.out().get(0)).contains("3 partitions, made anew;");
    assertThat(anew.status()).isZero();
  }

  @Test
  void takesImagesOfTenMegabytes() throws Exception {
    assertThat(init("-n 1 --input_topic big --output_topic small").status()).isZero();
    try (Admin admin = Admin.create(client())) {
      var resource =
          new org.apache.kafka.common.config.ConfigResource(
              org.apache.kafka.common.config.ConfigResource.Type.TOPIC, "big");
      assertThat(
              admin
                  .describeConfigs(List.of(resource))
                  .values()
                  .get(resource)
                  .get(20, TimeUnit.SECONDS)
                  .get("max.message.bytes")
                  .value())
          .isEqualTo("11000000");
    }
  }

  /** What is in a topic stays, and what reads it sees no trial. */
  @Test
  void sparesATopicInUse() throws Exception {
    String names = " --input_topic used --output_topic watched";
    assertThat(init("-n 1" + names).status()).isZero();
    send("used", "an image");
    try (KafkaConsumer<byte[], byte[]> reader =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.get("servers"),
                "group.id",
                "watchers",
                "auto.offset.reset",
                "latest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      reader.subscribe(List.of("watched"));
      while (reader.assignment().isEmpty()) {
        reader.poll(Duration.ofMillis(100));
      }
      reader.poll(Duration.ZERO);
      CommandLineRun again = init("-n 1" + names);
      assertThat(again.status()).isZero();
      assertThat(again.out().get(0)).contains("kept;").contains("(1 record in it: tried on a");
      assertThat(again.out().get(1)).contains("(read by watchers: tried on a topic beside it)");
      assertThat(reader.poll(Duration.ofSeconds(1)).count()).isZero();
    }
    assertThat(records("used")).isEqualTo(1);
    try (Admin admin = Admin.create(client())) {
      assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS))
          .noneMatch(name -> name.contains("_probe_"));
    }
  }

  /** One port with nobody behind it, one that takes calls and never answers. */
  @Test
  void endsInTimeWhereNobodyAnswers() throws Exception {
    CommandLineRun dead =
        CommandLineRun.of("init", "-n", "1", "--kafka", "127.0.0.1:1", "--timeout", "2s");
    assertThat(dead.status()).isEqualTo(1);
    assertThat(dead.err())
        .containsExactly(
            "edgewatt: Kafka at 127.0.0.1:1 did not answer within 2s: is it running there?"
                + " (--kafka, --timeout)");
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + mute.getLocalPort();
      long start = System.nanoTime();
      CommandLineRun silent =
          CommandLineRun.of("init", "-n", "1", "--kafka", address, "--timeout", "2s");
      assertThat(silent.status()).isEqualTo(1);
      assertThat(silent.err()).hasSize(1);
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(30));
    }
  }

  @Test
  void aClusterTooSmallSaysSo() {
    CommandLineRun run = init("-n 1 --replication 3 --input_topic r --output_topic s");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).hasSize(1);
    assertThat(run.err().get(0)).contains("refused: ").contains("replicat");
  }
}
