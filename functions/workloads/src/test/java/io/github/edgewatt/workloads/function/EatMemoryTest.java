package io.github.edgewatt.workloads.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class EatMemoryTest {
  private final List<Long> delays = new ArrayList<>();
  private final List<Runnable> due = new ArrayList<>();
  private final EatMemory eatMemory = eating(3);

  private EatMemory eating(int mostMebibytes) {
    return new EatMemory(
        mostMebibytes,
        Runnable::run,
        (millis, task) -> {
          delays.add(millis);
          due.add(task);
        });
  }

  @Test
  void answersWhenTheTimeIsOverAndNotBefore() {
    CompletableFuture<EatMemory.Output> answer =
        eatMemory.run(new EatMemory.Input(2, null)).toCompletableFuture();
    assertThat(answer).isNotDone();
    assertThat(delays).containsExactly(1_000L);

    due.get(0).run();

    assertThat(answer).isCompletedWithValue(new EatMemory.Output(2 << 20, 1_000, 512));
  }

  @Test
  void holdsNoMoreThanItsBoundAtOnce() {
    for (int i = 0; i < 3; i++) {
      assertThat(eatMemory.run(new EatMemory.Input(1, 5))).isNotNull();
    }
    assertThatThrownBy(() -> eatMemory.run(new EatMemory.Input(1, 5)))
        .isInstanceOf(BusyException.class)
        .hasMessageContaining("3 MiB");

    due.get(0).run();

    assertThat(eatMemory.run(new EatMemory.Input(1, 5)).toCompletableFuture()).isNotDone();
  }

  @Test
  void aRefusingWorkerFailsTheAnswerAndFreesItsShare() {
    EatMemory refused =
        new EatMemory(
            1,
            task -> {
              throw new BusyException("full");
            },
            (millis, task) -> task.run());
    for (int i = 0; i < 2; i++) {
      CompletableFuture<EatMemory.Output> answer =
          refused.run(new EatMemory.Input(1, 0)).toCompletableFuture();
      assertThatThrownBy(answer::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(BusyException.class);
    }
  }

  @Test
  void hasDefaultsAndBounds() {
    assertThat(new EatMemory.Input(null, null)).isEqualTo(new EatMemory.Input(1, 1_000));
    assertThat(EatMemory.Input.ofText("4\n")).isEqualTo(new EatMemory.Input(4, 1_000));
    Refused.because("mebibytes must be from 1 to 64", () -> new EatMemory.Input(65, null));
    Refused.because("holdMillis must be from 0 to 5000", () -> new EatMemory.Input(1, 5_001));
    Refused.because("whole number", () -> EatMemory.Input.ofText("much"));
  }
}
