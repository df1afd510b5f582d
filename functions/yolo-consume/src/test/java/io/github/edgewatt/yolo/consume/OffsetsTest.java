package io.github.edgewatt.yolo.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("FutureReturnValueIgnored")
class OffsetsTest {
  private static final TopicPartition A = new TopicPartition("in", 0);
  private static final TopicPartition B = new TopicPartition("in", 1);

  private final Offsets offsets = new Offsets();

  @Test
  void nothingIsCommittedBeforeWhatCameEarlierIsDone() {
    offsets.received(A, 10);
    offsets.received(A, 11);
    offsets.received(A, 13);
    CompletableFuture<Void> eleven = offsets.done(A, 11);
    assertThat(offsets.committable()).isEmpty();
    CompletableFuture<Void> ten = offsets.done(A, 10);
    // 12 was never handed out: a gap of the log, as compaction leaves them.
    assertThat(offsets.committable()).containsExactly(Map.entry(A, 13L));
    assertThat(List.of(ten, eleven)).noneMatch(CompletableFuture::isDone);
    offsets.committed(Map.of(A, 13L));
    assertThat(List.of(ten, eleven)).allMatch(CompletableFuture::isDone);
    assertThat(offsets.committable()).isEmpty();
    assertThat(offsets.inFlight()).isEqualTo(1);
  }

  @Test
  void aPartitionThatIsAnothersIsForgotten() throws InterruptedException {
    offsets.received(A, 1);
    offsets.received(B, 1);
    CompletableFuture<Void> one = offsets.done(A, 1);
    offsets.forget(List.of(A));
    assertThat(one).isDone();
    assertThat(offsets.committable()).isEmpty();
    assertThat(offsets.done(A, 1)).isDone();
    assertThat(offsets.await(List.of(A), 0)).isTrue();
    assertThat(offsets.await(List.of(A, B), 0)).isFalse();
    offsets.committed(Map.of(A, 2L));
    offsets.end();
    assertThat(offsets.await(List.of(B), 60_000)).isTrue();
  }

  @Test
  void waitsForWhatIsInFlight() throws InterruptedException {
    offsets.received(A, 5);
    Thread other = new Thread(() -> offsets.done(A, 5));
    other.start();
    assertThat(offsets.await(List.of(A), 60_000)).isTrue();
    other.join();
  }

  /** In whatever order images are done: what is committable is all that is done without a gap. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void committableIsTheFirstNotDone(long seed) {
    Random random = new Random(seed);
    List<Long> open = new ArrayList<>();
    long next = 0;
    long committed = 0;
    for (int step = 0; step < 2_000; step++) {
      if (open.isEmpty() || random.nextInt(3) > 0) {
        offsets.received(A, next);
        open.add(next++);
      } else {
        offsets.done(A, open.remove(random.nextInt(open.size())));
      }
      long expected = open.stream().mapToLong(Long::longValue).min().orElse(next);
      Map<TopicPartition, Long> now = offsets.committable();
      assertThat(now).isEqualTo(expected > committed ? Map.of(A, expected) : Map.of());
      if (random.nextBoolean()) {
        offsets.committed(now);
        committed = expected;
      }
    }
  }
}
