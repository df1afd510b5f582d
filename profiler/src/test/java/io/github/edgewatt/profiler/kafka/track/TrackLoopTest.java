package io.github.edgewatt.profiler.kafka.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.kafka.track.count.Expectation;
import io.github.edgewatt.profiler.kafka.track.file.TableHeader;
import io.github.edgewatt.profiler.kafka.track.view.LineView;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop over a Kafka that is made up: each look at the clock takes 50 ms. */
class TrackLoopTest {
  private static final String TOPIC = "yolo_output";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
  private static final byte[] TOPIC_ID = new byte[16];

  @TempDir Path root;
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final StringWriter text = new StringWriter();
  private final LineView view = new LineView(new PrintWriter(text));
  private final AtomicBoolean stop = new AtomicBoolean();
  private Tracker tracker;
  private int ready;
  private long nanos;

  private TrackOptions options(Optional<Expectation> expected, Optional<Path> feed) {
    return new TrackOptions(3, 2, root, TableHeader.GEN_2, expected, feed, Duration.ofSeconds(10));
  }

  private static Optional<Expectation> due(int count) {
    return Optional.of(Expectation.count(count));
  }

  private void run(TrackOptions options, Map<Integer, Long> onDisk) throws Exception {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
    tracker = new Tracker(options, TOPIC_ID, new TrackMetrics(), view, clock);
    Places places = new Places(consumer, TOPIC, onDisk);
    TrackLoop loop =
        new TrackLoop(consumer, places, tracker, options, view, () -> nanos += 50_000_000L, stop);
    try {
      loop.run(TOPIC, () -> ready++);
    } finally {
      tracker.flush();
      tracker.close(places.commit());
    }
  }

  private void assign() {
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, 0L));
    consumer.rebalance(List.of(PARTITION));
  }

  private void add(long offset, String value) {
    consumer.addRecord(
        new ConsumerRecord<>(TOPIC, 0, offset, null, value.getBytes(StandardCharsets.UTF_8)));
  }

  private void results(int from, int to) {
    for (int i = from; i < to; i++) {
      add(
          i,
          "{\"timestamps\":{\"idle\":0,\"pre\":1,\"inf\":%d,\"post\":1,\"queue\":8},"
                  .formatted(10 + i)
              + "\"source\":\"a\",\"model\":\"m\",\"id\":\""
              + i
              + "\"}");
    }
  }

  private List<String> ids(String name) throws IOException {
    return Files.readAllLines(root.resolve("1700000000_m").resolve(name)).stream()
        .skip(1)
        .map(row -> row.substring(row.lastIndexOf(',') + 1))
        .toList();
  }

  private long committed() {
    return consumer.committed(Set.of(PARTITION)).get(PARTITION).offset();
  }

  @Test
  void endsWhenAllCame() throws Exception {
    consumer.schedulePollTask(this::assign);
    consumer.schedulePollTask(() -> results(0, 2));
    consumer.schedulePollTask(() -> results(2, 5));
    run(options(due(5), Optional.empty()), Map.of());
    assertThat(ready).isEqualTo(1);
    assertThat(tracker.ledger().missing()).hasValue(0);
    assertThat(ids("0.csv")).containsExactly("0", "1", "2");
    assertThat(ids("1.csv")).containsExactly("3", "4");
    assertThat(committed()).isEqualTo(5);
    assertThat(text.toString().lines())
        .containsExactly(
            "{\"a\":{\"n\":2,\"min\":10.0,\"max\":11.0,\"avg\":10.5,\"avg_total\":20.5}}",
            "{\"a\":{\"n\":2,\"min\":12.0,\"max\":13.0,\"avg\":12.5,\"avg_total\":22.5}}");
  }

  @Test
  void givesUpWhenNothingComesForTheTimeout() throws Exception {
    consumer.schedulePollTask(this::assign);
    consumer.schedulePollTask(() -> results(0, 2));
    run(options(due(5), Optional.empty()), Map.of());
    assertThat(tracker.ledger().missing()).hasValue(3);
    assertThat(tracker.ledger().missingRanges(9)).containsExactly("2-4");
    assertThat(Duration.ofNanos(nanos)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(12));
    assertThat(ids("0.csv")).containsExactly("0", "1");
  }

  @Test
  void messagesThatAreNoResultsAreKept() throws Exception {
    consumer.schedulePollTask(this::assign);
    consumer.schedulePollTask(() -> add(0, "no JSON"));
    stopAfter(10);
    run(options(Optional.empty(), Optional.empty()), Map.of());
    Path run = root.resolve("1700000000_unknown");
    assertThat(run.resolve("malformed.jsonl"))
        .content()
        .contains("\"offset\":0", "\"value\":\"no JSON\"");
    assertThat(run.resolve("summary.json")).exists();
    assertThat(committed()).isEqualTo(1);
  }

  private void stopAfter(int polls) {
    for (int i = 0; i < polls; i++) {
      consumer.scheduleNopPollTask();
    }
    consumer.schedulePollTask(() -> stop.set(true));
  }

  @Test
  void nothingCameAndNothingIsMade() throws Exception {
    consumer.schedulePollTask(this::assign);
    stopAfter(100);
    run(options(Optional.empty(), Optional.empty()), Map.of());
    assertThat(tracker.folder()).isEmpty();
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void whatStandsOnDiskIsNotReadAgain() throws Exception {
    consumer.schedulePollTask(this::assign);
    consumer.schedulePollTask(() -> results(0, 6));
    stopAfter(5);
    run(options(Optional.empty(), Optional.empty()), Map.of(0, 4L));
    assertThat(ids("0.csv")).containsExactly("4", "5");
    assertThat(committed()).isEqualTo(6);
  }

  @Test
  void aFeedTellsLaterWhatItSent() throws Exception {
    Path feed = root.resolve("feed.json");
    consumer.schedulePollTask(this::assign);
    consumer.schedulePollTask(() -> results(0, 4));
    for (int i = 0; i < 1_000; i++) {
      consumer.scheduleNopPollTask();
    }
    consumer.schedulePollTask(
        () -> {
          try {
            Files.writeString(feed, "{\"first_id\":0,\"last_id\":4,\"failed\":[4]}");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    run(options(Optional.empty(), Optional.of(feed)), Map.of());
    assertThat(tracker.ledger().expected()).hasValue(4);
    assertThat(tracker.ledger().missing()).hasValue(0);
    // Far longer than the timeout without a message: nobody had said what was due.
    assertThat(Duration.ofNanos(nanos)).isGreaterThan(Duration.ofSeconds(50));
  }

  @Test
  void aFeedThatIsNoneEndsItAndKeepsTheRows() throws Exception {
    Path feed = Files.writeString(root.resolve("feed.json"), "{}");
    consumer.schedulePollTask(this::assign);
    consumer.schedulePollTask(() -> results(0, 2));
    assertThatThrownBy(() -> run(options(Optional.empty(), Optional.of(feed)), Map.of()))
        .isInstanceOf(TrackFailure.class)
        .hasMessageContaining("has no first_id and last_id");
    assertThat(ids("0.csv")).containsExactly("0", "1");
    assertThat(committed()).isEqualTo(2);
  }

  @Test
  void noPartitionWithinAMinute() {
    assertThatThrownBy(() -> run(options(due(1), Optional.empty()), Map.of()))
        .isInstanceOf(TrackFailure.class)
        .hasMessageStartingWith("no partition of yolo_output was given to this tracker");
    assertThat(ready).isZero();
    assertThat(Duration.ofNanos(nanos)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(62));
  }
}
