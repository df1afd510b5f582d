package io.github.edgewatt.profiler.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.fixtures.RealServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code feed} into a real broker. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class FeedIT {
  private static final int PARTITIONS = 3;
  @TempDir static Path state;
  @TempDir Path output;
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

  private static String kafka(String topic) {
    return " --kafka " + broker.get("servers") + " --input_topic " + topic;
  }

  private static void init(String topic) {
    String words = "init -n " + PARTITIONS + kafka(topic) + " --output_topic " + topic + "_out";
    CommandLineRun made = CommandLineRun.of(words.split(" ", -1));
    assertThat(made.status()).as("%s", made.err()).isZero();
  }

  private String feed(String topic, String words) {
    return "feed" + kafka(topic) + " --output " + output.resolve("feed") + " " + words;
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(output.resolve("feed").resolve("feed.json").toFile());
  }

  /** All there is, partition by partition. */
  private static List<ConsumerRecord<String, byte[]>> all(String topic) {
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.get("servers")),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, PARTITIONS).mapToObj(k -> new TopicPartition(topic, k)).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
    }
    return all;
  }

  private static void assertEachOnceAndInOrder(String topic, long first, long count) {
    List<ConsumerRecord<String, byte[]>> all = all(topic);
    assertThat(all.stream().map(r -> Long.valueOf(r.key())))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.range(first, first + count).boxed().toList());
    for (int k = 0; k < PARTITIONS; k++) {
      int partition = k;
      assertThat(
              all.stream().filter(r -> r.partition() == partition).map(r -> Long.valueOf(r.key())))
          .isSorted();
    }
  }

  @Test
  void sendsEachImageOnceAtTheRateAsked() throws Exception {
    init("curve");
    CommandLineRun run =
        CommandLineRun.of(
            feed(
                    "curve",
                    "--max-mbps 1.5 --duration 8 --breakpoints 8 --n-cycles 1 --first_id 1000"
                        + " --images generated:5:20000")
                .split(" ", -1));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    JsonNode json = json();
    long sent = json.path("sent").longValue();
    assertThat(sent).isEqualTo(json.path("last_id").longValue() - 999).isGreaterThan(100);
    assertThat(json.path("bytes").longValue()).isEqualTo(20_000 * sent);
    assertThat(json.path("failed")).isEmpty();
    double asked = json.path("asked_mbps").doubleValue();
    assertThat(json.path("bytes").doubleValue() / 8e6).isCloseTo(asked, within(0.01));
    assertThat(json.path("achieved_mbps").doubleValue()).isCloseTo(asked, within(0.2 * asked));
    List<String> rows = Files.readAllLines(output.resolve("feed").resolve("feed.csv"));
    assertThat(rows).hasSize(9);
    assertThat(rows.get(0))
        .startsWith(
            "slice,time_ms,fraction,target_images_per_s,sent,bytes,achieved_mbps,lag_ms,failed");
    assertThat(run.out().stream().filter(line -> line.startsWith("slice  "))).hasSize(8);
    assertEachOnceAndInOrder("curve", 1_000, sent);
    CommandLineRun again = CommandLineRun.of(feed("curve", "-d 3").split(" ", -1));
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err().get(0)).contains("already holds a feed: choose another --output");
  }

  @Test
  void loseNothingWhileTheBrokerIsAway() throws Exception {
    init("away");
    String words = feed("away", "-m 2 -d 20 -b 20 --shape linear --images generated:4:10000");
    CompletableFuture<CommandLineRun> feeding =
        CompletableFuture.supplyAsync(() -> CommandLineRun.of(words.split(" ", -1)));
    Path csv = output.resolve("feed").resolve("feed.csv");
    awaitLines(csv, 4);
    broker.tell("away");
    awaitLines(csv, 9);
    broker.tell("back");
    CommandLineRun run = feeding.get(2, TimeUnit.MINUTES);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .anyMatch(line -> line.contains("Kafka has not answered for 3 s"))
        .anyMatch(line -> line.contains("Kafka answers again"));
    JsonNode json = json();
    long sent = json.path("sent").longValue();
    assertThat(sent).isEqualTo(json.path("last_id").longValue() + 1).isGreaterThan(1_500);
    assertEachOnceAndInOrder("away", 0, sent);
  }

  private static void awaitLines(Path file, int lines) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Files.exists(file) || Files.readAllLines(file).size() < lines) {
      assertThat(System.nanoTime()).as("%d lines in %s", lines, file).isLessThan(deadline);
      Thread.sleep(50);
    }
  }

  @Test
  void aBurstOfSeveralThreadsSendsEachImageOnce() throws Exception {
    init("burst");
    CommandLineRun run =
        CommandLineRun.of(
            feed("burst", "--shape burst -n 500 -t 2 --images generated:3:5000").split(" ", -1));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    JsonNode json = json();
    assertThat(json.path("sent").longValue()).isEqualTo(500);
    assertThat(json.path("asked_mbps").isNull()).isTrue();
    assertThat(json.path("achieved_mbps").doubleValue()).isPositive();
    assertThat(run.out().get(run.out().size() - 1)).contains("500 images").contains("MB/s");
    assertThat(all("burst").stream().map(r -> Long.valueOf(r.key())))
        .containsExactlyInAnyOrderElementsOf(LongStream.range(0, 500).boxed().toList());
  }

  @Test
  void frameBytesArriveAsTheyStandInTheFile() throws Exception {
    init("frames");
    Path file = Path.of(FeedIT.class.getResource("/hdf5/frames.hdf5").toURI());
    CommandLineRun run =
        CommandLineRun.of(
            feed("frames", "--shape burst -n 8 --no-key --images " + file).split(" ", -1));
    assertThat(run.status()).as("%s", run.err()).isZero();
    List<ConsumerRecord<String, byte[]>> all = all("frames");
    assertThat(all).hasSize(8).allMatch(r -> r.key() == null && !r.headers().iterator().hasNext());
    assertThat(all)
        .allSatisfy(
            record ->
                assertThat(new String(record.value(), StandardCharsets.ISO_8859_1))
                    .startsWith("\u0089PNG")
                    .contains("IEND"));
  }

  @Test
  void ctrlCKeepsWhatWasSent() throws Exception {
    init("stopped");
    String words = feed("stopped", "-m 2 -d 600 -b 600 --images generated:4:10000");
    try (ProfilerProcess process = ProfilerProcess.start(state, words.split(" ", -1))) {
      process.await("third slice", () -> slices(process) >= 3);
      process.signal("INT");
      assertThat(process.waitForEnd()).isEqualTo(130);
      assertThat(process.out().get(process.out().size() - 1)).startsWith("stopped");
    }
    JsonNode json = json();
    assertThat(json.path("interrupted").booleanValue()).isTrue();
    assertEachOnceAndInOrder("stopped", 0, json.path("sent").longValue());
  }

  private static long slices(ProfilerProcess process) {
    try {
      return process.out().stream().filter(line -> line.startsWith("slice")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aTopicThatIsNotThereIsToldBeforeAnythingIsWritten() {
    CommandLineRun run = CommandLineRun.of(feed("nowhere", "-d 3").split(" ", -1));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).hasSize(1);
    assertThat(run.err().get(0)).contains("has no topic nowhere: make it with bin/profiler init");
    assertThat(output.resolve("feed")).doesNotExist();
  }
}
