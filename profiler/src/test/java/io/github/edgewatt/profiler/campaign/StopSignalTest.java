package io.github.edgewatt.profiler.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StopSignalTest {
  private final StopSignal stop = new StopSignal();

  @Test
  void passesOnWhatTheWorkGives() throws Exception {
    assertThat(stop.<String, RuntimeException>wait(() -> "done")).isEqualTo("done");
  }

  @Test
  void endsAWaitOfAnotherThread() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    AtomicReference<Throwable> seen = new AtomicReference<>();
    Thread campaign =
        new Thread(
            () -> {
              try {
                stop.wait(
                    () -> {
                      waiting.countDown();
                      return new CountDownLatch(1).await(1, TimeUnit.MINUTES);
                    });
              } catch (InterruptedException e) {
                seen.set(e);
              }
            });
    campaign.start();
    waiting.await();
    stop.stop();
    campaign.join(TimeUnit.SECONDS.toMillis(30));
    assertThat(seen.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void refusesFurtherWaits() {
    stop.stop();
    assertThatThrownBy(() -> stop.wait(() -> "never"))
        .isInstanceOf(InterruptedException.class)
        .hasMessage("stopped");
  }

  @Test
  void aStopThatCameTooLateDoesNotInterruptTheWriteThatFollows() throws Exception {
    String done =
        stop.<String, RuntimeException>wait(
            () -> {
              stop.stop();
              return "done";
            });
    assertThat(done).isEqualTo("done");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aStopOutsideAWaitLeavesTheThreadAlone() {
    stop.stop();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
