package io.github.edgewatt.profiler.kafka.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final TopicPartition FIRST = new TopicPartition("out", 0);
  private static final TopicPartition SECOND = new TopicPartition("out", 1);

  private static final class Broken extends MockConsumer<byte[], byte[]> {
    private boolean away;
    private int commits;

    Broken() {
      super("earliest");
    }

    @Override
    public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
      commits++;
      if (away) {
        throw new TimeoutException("away");
      }
      super.commitSync(offsets, timeout);
    }
  }

  private final Broken consumer = new Broken();

  private Places places(Map<Integer, Long> onDisk, TopicPartition... assigned) {
    Places places = new Places(consumer, "out", onDisk);
    consumer.subscribe(List.of("out"), places);
    consumer.updateBeginningOffsets(Map.of(FIRST, 10L, SECOND, 20L));
    consumer.rebalance(List.of(assigned));
    return places;
  }

  private long committed(TopicPartition partition) {
    return consumer.committed(Set.of(partition)).get(partition).offset();
  }

  @Test
  void theDiskGoesBeforeTheGroupWhereItIsAhead() {
    Places places = places(Map.of(0, 15L, 1, 5L), FIRST, SECOND);
    assertThat(places.isAssigned()).isTrue();
    assertThat(places.partitions()).isEqualTo(2);
    assertThat(consumer.position(FIRST)).isEqualTo(15);
    assertThat(consumer.position(SECOND)).isEqualTo(20);
    assertThat(places.isBehind()).isTrue();
    assertThat(places.commit()).isTrue();
    assertThat(places.isBehind()).isFalse();
    assertThat(committed(FIRST)).isEqualTo(15);
    assertThat(committed(SECOND)).isEqualTo(20);
  }

  @Test
  void onlyWhatIsNewIsCommitted() {
    Places places = places(Map.of(), FIRST);
    assertThat(places.commit()).isTrue();
    assertThat(places.commit()).isTrue();
    assertThat(consumer.commits).isEqualTo(1);
    places.taken("out", 0, 10);
    places.taken("out", 0, 11);
    assertThat(places.commit()).isTrue();
    assertThat(consumer.commits).isEqualTo(2);
    assertThat(committed(FIRST)).isEqualTo(12);
  }

  @Test
  void aFailedCommitIsMadeUpFor() {
    Places places = places(Map.of(), FIRST);
    assertThat(places.commit()).isTrue();
    consumer.away = true;
    places.taken("out", 0, 10);
    assertThat(places.commit()).isFalse();
    assertThat(places.isBehind()).isTrue();
    places.taken("out", 0, 11);
    consumer.away = false;
    assertThat(places.commit()).isTrue();
    assertThat(committed(FIRST)).isEqualTo(12);
  }

  @Test
  void partitionsThatGoAreCommittedFirst() {
    Places places = places(Map.of(), FIRST, SECOND);
    places.taken("out", 0, 14);
    consumer.rebalance(List.of(SECOND));
    assertThat(places.partitions()).isEqualTo(1);
    places.taken("out", 1, 20);
    assertThat(places.commit()).isTrue();
    assertThat(committed(SECOND)).isEqualTo(21);
    consumer.rebalance(List.of(FIRST, SECOND));
    assertThat(committed(FIRST)).isEqualTo(15);
    assertThat(consumer.position(FIRST)).isEqualTo(15);
  }

  @Test
  void nothingIsAssigned() {
    Places places = new Places(consumer, "out", Map.of(0, 15L));
    places.onPartitionsAssigned(List.of());
    assertThat(places.isAssigned()).isFalse();
    assertThat(places.isBehind()).isFalse();
    assertThat(places.commit()).isTrue();
    assertThat(consumer.commits).isZero();
  }
}
