package io.github.edgewatt.profiler.measure.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTreeSourceTest {
  @TempDir Path root;
  private FakeProc files;
  private ProcessTable table;
  private ProcessTreeSource source;
  private long nanos;
  private long forks;

  @BeforeEach
  void aFunctionWithAChild() {
    files = new FakeProc(root);
    files.process(10, 'S', 1, 100, 0, 5, 1000);
    files.process(11, 'S', 10, 40, 0, 6, 500);
    files.process(90, 'S', 1, 7777, 0, 7, 9999);
    table = new ProcessTable(files.proc(), () -> nanos);
    table.refresh();
    source =
        new ProcessTreeSource(
            files.proc(), new TickCpuClock(files.proc()), table, 4096, List.of(10L));
  }

  /** A second passes and somebody forks: a look at all processes is due. */
  private double later() {
    nanos += 1_000_000_000L;
    forks++;
    table.noteForks(forks);
    return source.cpuSeconds();
  }

  @Test
  void addsUpTheTree() {
    assertThat(source.cpuSeconds()).isCloseTo(1.4, within(1e-9));
    assertThat(source.memoryBytes()).isEqualTo(1500 * 4096);
    assertThat(source.replicas()).isEqualTo(1);
    assertThat(source.description()).contains("process tree", "10 ms", "RSS");
  }

  @Test
  void aChildThatEndedIsCountedOnceWhetherSeenOrNot() {
    assertThat(source.cpuSeconds()).isCloseTo(1.4, within(1e-9));
    files.process(11, 'S', 10, 50, 0, 6, 500);
    assertThat(source.cpuSeconds()).isCloseTo(1.5, within(1e-9));
    files.remove(11);
    assertThat(source.cpuSeconds()).as("its last reading stands").isCloseTo(1.5, within(1e-9));
    // It had used 55 ticks at its end, and a second child nobody saw used 20.
    files.process(10, 'S', 1, 100, 75, 5, 1000);
    assertThat(later()).isCloseTo(1.75, within(1e-9));
    assertThat(source.memoryBytes()).isEqualTo(1000 * 4096);
  }

  @Test
  void aChildNobodyWaitedForKeepsItsTime() {
    assertThat(source.cpuSeconds()).isCloseTo(1.4, within(1e-9));
    files.remove(11);
    assertThat(later()).isCloseTo(1.4, within(1e-9));
    files.process(10, 'S', 1, 110, 0, 5, 1000);
    assertThat(later()).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void aNewChildComesInAtTheNextLook() {
    assertThat(source.cpuSeconds()).isCloseTo(1.4, within(1e-9));
    files.process(12, 'R', 11, 30, 0, 8, 100);
    assertThat(source.cpuSeconds()).isCloseTo(1.4, within(1e-9));
    assertThat(later()).isCloseTo(1.7, within(1e-9));
  }

  @Test
  void neverGoesBackWhenTheRootEnds() {
    files.process(10, 'S', 1, 100, 25, 5, 1000);
    assertThat(later()).isCloseTo(1.65, within(1e-9));
    files.process(10, 'Z', 1, 100, 25, 5, 0);
    assertThat(later()).isCloseTo(1.65, within(1e-9));
    assertThat(source.replicas()).isZero();
    files.remove(10);
    files.remove(11);
    assertThat(later()).isCloseTo(1.65, within(1e-9));
    assertThat(source.memoryBytes()).isZero();
  }

  @Test
  void aStrangerWithTheSamePidIsNotTheFunction() {
    assertThat(source.cpuSeconds()).isCloseTo(1.4, within(1e-9));
    files.remove(11);
    files.process(10, 'S', 1, 9999, 0, 800, 1000);
    double seen = later();
    files.process(10, 'S', 1, 19999, 0, 800, 1000);
    assertThat(later()).isEqualTo(seen);
    assertThat(source.replicas()).isZero();
  }

  @Test
  void looksAtAllProcessesOnlyWhenThereIsReason() {
    assertThat(later()).isCloseTo(1.4, within(1e-9));
    int version = table.version();
    nanos += 5_000_000_000L;
    table.noteForks(forks);
    assertThat(table.version()).as("nobody forked").isEqualTo(version);
    table.noteForks(forks + 1);
    assertThat(table.version()).isEqualTo(version + 1);
    table.noteForks(forks + 2);
    assertThat(table.version()).as("too soon").isEqualTo(version + 1);
  }
}
