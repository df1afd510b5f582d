package io.github.edgewatt.profiler.experiment.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
  @TempDir Path folder;

  private Child start(String script) throws StageException {
    return Child.start(
        "step",
        List.of("sh", "-c", script),
        Map.of("WORD", "red"),
        folder.resolve("logs/step.log"));
  }

  @Test
  void keepsWhatItSaysAndHowItEnds() throws Exception {
    Child child = start("echo $WORD; echo 'edgewatt: no broker' >&2; echo; exit 3");

    assertThat(child.await(Duration.ofSeconds(30), new Stop())).isTrue();
    assertThat(child.exit()).isEqualTo(3);
    assertThat(LogTail.text(child.log())).startsWith("red\n");
    assertThat(child.fault("ended with 3"))
        .hasMessage("step ended with 3: no broker (its log: " + child.log() + ")");
  }

  @Test
  void isEndedWithAllItStarted() throws Exception {
    Child child = start("sleep 60 & echo $!; wait");
    while (LogTail.lastLine(child.log()).isEmpty()) {
      Thread.onSpinWait();
    }
    long grandchild = Long.parseLong(LogTail.lastLine(child.log()));

    assertThat(child.await(Duration.ofMillis(1), new Stop())).isFalse();
    child.end();

    assertThat(child.isAlive()).isFalse();
    assertThat(ProcessHandle.of(grandchild).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void aStopEndsTheWait() throws Exception {
    Child child = start("sleep 60");
    Stop stop = new Stop();
    stop.ask();
    try {
      assertThatThrownBy(() -> child.await(Duration.ofSeconds(60), stop))
          .isInstanceOf(InterruptedException.class);
    } finally {
      child.end();
    }
  }

  @Test
  void aProgramThatIsNotThereIsSaidByTheStartOrByTheExit() throws Exception {
    Child child =
        Child.start("step", List.of("/no/such/program"), Map.of(), folder.resolve("a.log"));
    assertThat(child.await(Duration.ofSeconds(30), new Stop())).isTrue();
    assertThat(child.exit()).isNotZero();
    assertThat(LogTail.lastLine(child.log())).contains("/no/such/program");
  }

  @Test
  void theLastLineOfAProgressBarIsWhatItShowedLast() throws Exception {
    Child child = start("printf 'one\\r\\033[Ktwo\\r\\033[Kthree'");
    assertThat(child.await(Duration.ofSeconds(30), new Stop())).isTrue();
    assertThat(LogTail.lastLine(child.log())).isEqualTo("three");
  }
}
