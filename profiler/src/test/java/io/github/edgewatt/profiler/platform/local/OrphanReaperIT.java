package io.github.edgewatt.profiler.platform.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.proc.Proc;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanReaperIT {
  private static final Duration GRACE = Duration.ofSeconds(3);

  @TempDir Path folder;

  private Process startParent() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            KilledParent.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static Process sleep(Map<String, String> environment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("sleep", "300");
    builder.environment().putAll(environment);
    Process process = builder.start();
    // Until the exec is done the environment is still ours.
    Proc proc = Proc.ofThisMachine();
    while (proc.stat(process.pid()).filter(s -> s.command().equals("sleep")).isEmpty()) {
      Thread.onSpinWait();
    }
    return process;
  }

  private void register(String line) throws Exception {
    Files.writeString(ProcessRegistry.file(folder), line + "\n");
  }

  private List<String> reap() throws Exception {
    return new OrphanReaper(Proc.ofThisMachine(), folder, GRACE).reap();
  }

  private static long startTicks(Process process) {
    return Proc.ofThisMachine().stat(process.pid()).orElseThrow().startTicks();
  }

  @Test
  void theNextRunEndsWhatAKilledRunLeft() throws Exception {
    Process parent = startParent();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
    ProcessHandle one = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
    ProcessHandle two = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
    assertThatThrownBy(() -> RunLock.acquire(folder, "second"))
        .hasMessageContaining("pid " + parent.pid() + ", run killed-run");

    parent.destroyForcibly().waitFor();
    assertThat(one.isAlive()).isTrue();
    assertThat(two.isAlive()).isTrue();

    try (LocalPlatform next = LocalPlatform.open(StandIns.runtime(), folder, folder, "next-run")) {
      assertThat(next.cleaned())
          .containsExactlyInAnyOrder(
              "the lock of a run that died (pid " + parent.pid() + ", run killed-run)",
              "one (pid " + one.pid() + ") of run killed-run",
              "two (pid " + two.pid() + ") of run killed-run");
      assertThat(one.isAlive()).isFalse();
      assertThat(two.isAlive()).isFalse();
    }
  }

  @Test
  void aRefusalFromWithinDoesNotGiveTheLockAway() throws Exception {
    try (RunLock lock = RunLock.acquire(folder, "first")) {
      assertThatThrownBy(() -> RunLock.acquire(folder, "second")).hasMessageContaining("run first");
      Process other = startParent();
      assertThat(other.waitFor()).isEqualTo(1);
      assertThat(lock.staleOwner()).isEmpty();
    }
  }

  @Test
  void aTerminatedRunEndsItsFunctionsItself() throws Exception {
    Process parent = startParent();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
    ProcessHandle one = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
    parent.destroy();
    parent.waitFor();
    assertThat(one.isAlive()).isFalse();
    assertThat(ProcessRegistry.read(folder)).isEmpty();
  }

  @Test
  void leavesAloneWhatItCannotProve() throws Exception {
    Process process = sleep(Map.of("EDGEWATT_RUN", "r1", "EDGEWATT_FUNCTION", "figlet"));
    try {
      long pid = process.pid();
      register(pid + " " + (startTicks(process) + 1) + " r1 figlet");
      assertThat(reap()).as("another start time").isEmpty();
      register(pid + " " + startTicks(process) + " r2 figlet");
      assertThat(reap()).as("another run").isEmpty();
      register(pid + " " + startTicks(process) + " r1 nmap");
      assertThat(reap()).as("another function").isEmpty();
      register("what is this");
      assertThat(reap()).as("a broken registry").isEmpty();
      assertThat(process.isAlive()).isTrue();

      register(pid + " " + startTicks(process) + " r1 figlet");
      assertThat(reap()).containsExactly("figlet (pid " + pid + ") of run r1");
      assertThat(process.isAlive()).isFalse();
      assertThat(reap()).isEmpty();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void findsAProcessWhosePidWasNotYetWrittenDown() throws Exception {
    Process process = sleep(Map.of("EDGEWATT_RUN", "r9", "EDGEWATT_FUNCTION", "figlet"));
    Process other = sleep(Map.of("EDGEWATT_RUN", "r9", "EDGEWATT_FUNCTION", "nmap"));
    try {
      register("0 0 r9 figlet");
      assertThat(reap()).containsExactly("figlet (pid " + process.pid() + ") of run r9");
      assertThat(process.isAlive()).isFalse();
      assertThat(other.isAlive()).isTrue();
    } finally {
      process.destroyForcibly();
      other.destroyForcibly();
    }
  }
}
