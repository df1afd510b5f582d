package io.github.edgewatt.profiler.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicStepTest {
  private static final TopicPlan PLAN = TopicPlan.of("yolo_input", 5, Optional.of(1));
  private static final int BYTES = TopicPlan.MAX_MESSAGE_BYTES;

  private static TopicStep next(int partitions, int replication, int leaderless, int bytes) {
    return TopicStep.next(PLAN, new TopicState(partitions, replication, leaderless, bytes), false);
  }

  @Test
  void makesGrowsAndEnlarges() {
    assertThat(TopicStep.next(PLAN, TopicState.ABSENT, false)).isEqualTo(new TopicStep.Create());
    assertThat(TopicStep.next(PLAN, TopicState.ABSENT, true)).isEqualTo(new TopicStep.Create());
    assertThat(next(2, 1, 0, BYTES)).isEqualTo(new TopicStep.Grow(2));
    assertThat(next(5, 1, 0, 1_000_000)).isEqualTo(new TopicStep.Enlarge());
    assertThat(next(5, 1, 0, BYTES)).isEqualTo(new TopicStep.Done());
    assertThat(next(5, 1, 0, BYTES + 1)).isEqualTo(new TopicStep.Done());
  }

  @Test
  void awaitsLeaders() {
    assertThat(next(5, 1, 2, BYTES))
        .isEqualTo(new TopicStep.Await("2 partitions of yolo_input have no leader"));
  }

  @Test
  void refusesWhatWouldLoseRecords() {
    assertThat(next(8, 1, 0, BYTES))
        .isEqualTo(
            new TopicStep.Refuse(
                "topic yolo_input has 8 partitions and cannot shrink to 5: ask for -n 8, or"
                    + " --recreate, which deletes what it holds"));
    assertThat(next(5, 3, 0, BYTES))
        .isEqualTo(
            new TopicStep.Refuse(
                "topic yolo_input has replication 3, not 1: ask for --replication 3, or"
                    + " --recreate, which deletes what it holds"));
  }

  @Test
  void deletesOnlyWhereAsked() {
    TopicState shrunk = new TopicState(8, 1, 0, BYTES);
    assertThat(TopicStep.next(PLAN, shrunk, true)).isEqualTo(new TopicStep.Delete());
  }

  @Test
  void plansAreAboveZero() {
    assertThatThrownBy(() -> TopicPlan.of("x", 0, Optional.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TopicPlan.of("x", 1, Optional.of(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
