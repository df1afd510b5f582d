package io.github.edgewatt.profiler.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcStatTest {
  @TempDir Path folder;

  private static String line(long pid, String command, long parent) {
    return pid
        + " ("
        + command
        + ") S "
        + parent
        + " 40 41 0 -1 4194560 1 2 3 4 150 51 7 8 20 0 33 0 123456 9 10\n";
  }

  @Test
  void readsTheFieldsBehindTheCommand() {
    ProcStat stat = ProcStat.parse(line(42, "a) R 1 (b", 7));
    assertThat(stat).isEqualTo(new ProcStat(42, "a) R 1 (b", 'S', 7, 41, 150, 51, 7, 8, 123456));
    assertThat(stat.ownSeconds()).isEqualTo(2.01);
    assertThat(stat.endedChildrenSeconds()).isEqualTo(0.15);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "42 java S 1", "42 (java) S 1 2 3", "42 (java) SS 1", "x (y) S 1 2"})
  void refusesWhatIsCutShort(String text) {
    assertThatThrownBy(() -> ProcStat.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void findsProcessesAndPassesOverWhatCannotBeRead() throws IOException {
    Proc proc = new Proc(folder);
    assertThat(proc.exists()).isFalse();
    Files.writeString(folder.resolve("stat"), "cpu 1\n");
    assertThat(proc.exists()).isTrue();
    for (long pid : new long[] {1, 20, 21, 30}) {
      Path own = Files.createDirectory(folder.resolve(Long.toString(pid)));
      Files.writeString(own.resolve("stat"), line(pid, "p", pid / 10 == 2 ? 1 : 0));
    }
    Files.createDirectory(folder.resolve("40"));
    Files.createDirectory(folder.resolve("4x"));
    Files.writeString(folder.resolve("30/stat"), "half a li");
    Files.writeString(folder.resolve("21/stat"), line(21, "p", 20));
    Files.writeString(folder.resolve("20/environ"), "A=1\0EDGEWATT_RUN=x\0");

    assertThat(proc.pids()).containsExactlyInAnyOrder(1L, 20L, 21L, 30L, 40L);
    assertThat(proc.stat(40)).isEmpty();
    assertThat(proc.stat(30)).isEmpty();
    assertThat(new Proc(folder.resolve("absent")).pids()).isEmpty();
    assertThat(proc.hasEnvironment(20, "EDGEWATT_RUN", "x")).isTrue();
    assertThat(proc.hasEnvironment(20, "EDGEWATT_RUN", "")).isFalse();
    assertThat(proc.hasEnvironment(21, "EDGEWATT_RUN", "x")).isFalse();

    List<ProcStat> all = ProcessTree.snapshot(proc);
    assertThat(ProcessTree.of(1, all)).extracting(ProcStat::pid).containsExactly(1L, 20L, 21L);
    assertThat(ProcessTree.of(99, all)).isEmpty();
  }
}
