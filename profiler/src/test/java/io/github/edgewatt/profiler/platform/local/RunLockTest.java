package io.github.edgewatt.profiler.platform.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunLockTest {
  @TempDir Path folder;

  @Test
  void refusesASecondRunAndNamesTheFirst() throws Exception {
    long pid = ProcessHandle.current().pid();
    try (RunLock first = RunLock.acquire(folder, "run-a")) {
      assertThat(first.staleOwner()).isEmpty();
      assertThatThrownBy(() -> RunLock.acquire(folder, "run-b"))
          .isInstanceOf(PlatformException.class)
          .hasMessage(
              "another run measures on this machine (pid %d, run run-a);".formatted(pid)
                  + " wait for its end or end it, then start again");
    }
    try (RunLock second = RunLock.acquire(folder, "run-b")) {
      assertThat(second.staleOwner()).isEmpty();
    }
  }

  @Test
  void takesALockWhoseOwnerDied() throws Exception {
    Files.writeString(folder.resolve("run.lock"), "pid 4, run old\n");
    try (RunLock lock = RunLock.acquire(folder, "new")) {
      assertThat(lock.staleOwner()).contains("pid 4, run old");
      assertThat(folder.resolve("run.lock"))
          .hasContent("pid " + ProcessHandle.current().pid() + ", run new");
    }
  }

  @Test
  void followsNoLink() throws Exception {
    Path victim = Files.writeString(folder.resolve("victim"), "precious");
    Files.createSymbolicLink(folder.resolve("run.lock"), victim);
    assertThatThrownBy(() -> RunLock.acquire(folder, "r"))
        .isInstanceOf(PlatformException.class)
        .hasMessageStartingWith("cannot take the run lock " + folder.resolve("run.lock"));
    assertThat(victim).hasContent("precious");

    Files.createSymbolicLink(folder.resolve("processes"), victim);
    assertThat(ProcessRegistry.read(folder)).isEmpty();
    new ProcessRegistry(folder, "r").starting("figlet");
    assertThat(victim).hasContent("precious");
    assertThat(ProcessRegistry.read(folder))
        .containsExactly(new ProcessRegistry.Entry(0, 0, "r", "figlet"));
  }

  @Test
  void createsItsFolderForTheOwnerAlone() throws Exception {
    Path state = folder.resolve("a/b/edgewatt");
    RunLock.acquire(state, "r").close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
        .isEqualTo("rwx------");
  }

  @Test
  void saysWhyAFolderCannotBeUsed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> RunLock.acquire(file.resolve("state"), "r"))
        .isInstanceOf(PlatformException.class)
        .hasMessageStartingWith("cannot create " + file.resolve("state"));
    Files.createDirectories(folder.resolve("processes.new/full"));
    assertThatThrownBy(() -> new ProcessRegistry(folder, "r").starting("f"))
        .hasMessageStartingWith("cannot write " + folder.resolve("processes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\nb", "-x", "a/b"})
  void refusesARunIdThatWouldNotSurviveALine(String runId) {
    assertThatThrownBy(() -> RunLock.acquire(folder, runId))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
