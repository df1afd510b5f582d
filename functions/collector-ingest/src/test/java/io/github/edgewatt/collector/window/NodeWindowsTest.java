package io.github.edgewatt.collector.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.collector.event.FpgaEvent;
import io.github.edgewatt.collector.event.FpgaEvent.Kind;
import io.github.edgewatt.collector.window.NodeWindows.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeWindowsTest {
  private static final long NOW = 1_700_000_000_000L;

  private final NodeWindows windows = new NodeWindows();

  @Test
  void keepsUseAndReconfigurationApart() {
    windows.add(event(NOW, Kind.USAGE, 1.5, "a"), NOW);
    windows.add(event(NOW, Kind.RECONFIGURATION, 10_000, "b"), NOW);
    Snapshot snapshot = windows.snapshot(NOW);
    assertThat(snapshot.usageMillis()).isEqualTo(1.5);
    assertThat(snapshot.reconfigurationMillis()).isEqualTo(10_000);
    assertThat(snapshot.bitstreams()).containsExactly("a", "b");
    assertThat(windows.snapshot(NOW + 61_000).bitstreams()).isEmpty();
    assertThat(windows.snapshot(NOW + 61_000).reconfigurationMillis()).isEqualTo(10_000);
    assertThat(windows.snapshot(NOW + 306_000)).isEqualTo(Snapshot.EMPTY);
  }

  @Test
  void whatIsOlderThanTheWindowLeavesNoTrace() {
    FpgaEvent late =
        new FpgaEvent(
            NOW - 300_001, Kind.USAGE, 5, Optional.of("a"), Optional.of(List.of("b", "c")));
    assertThat(windows.add(late, NOW)).isEqualTo(Outcome.LATE);
    assertThat(windows.snapshot(NOW)).isEqualTo(Snapshot.EMPTY);
    assertThat(windows.add(event(NOW - 300_000, Kind.USAGE, 5, "a"), NOW))
        .isEqualTo(Outcome.COUNTED);
    assertThat(windows.snapshot(NOW).usageMillis()).isEqualTo(5);
  }

  @Test
  void whatIsLoadedReplacesTheRecentUntilItIsToldAnew() {
    windows.add(event(NOW, Kind.USAGE, 1, "recent"), NOW);
    windows.add(loaded(NOW, "x", "y"), NOW);
    assertThat(windows.snapshot(NOW + 3_600_000).bitstreams()).containsExactly("x", "y");
    windows.add(loaded(NOW - 1, "earlier"), NOW);
    assertThat(windows.snapshot(NOW).bitstreams()).containsExactly("x", "y");
    windows.add(loaded(NOW + 5), NOW + 5);
    assertThat(windows.snapshot(NOW + 5).bitstreams()).isEmpty();
  }

  @Test
  void goesOnFromASnapshotAndAddsToIt() {
    windows.add(event(NOW, Kind.USAGE, 2.25, "a"), NOW);
    windows.add(loaded(NOW, "x"), NOW);
    Snapshot before = windows.snapshot(NOW);
    NodeWindows next = new NodeWindows();
    next.add(event(NOW + 1_000, Kind.USAGE, 1, "b"), NOW + 1_000);
    next.restore(before, NOW + 2_000);
    Snapshot after = next.snapshot(NOW + 2_000);
    assertThat(after.usageMillis()).isEqualTo(4.25);
    assertThat(after.lastSeen()).containsOnlyKeys("a", "b");
    assertThat(after.bitstreams()).containsExactly("x");
    next.restore(before, NOW + 400_000);
    assertThat(next.snapshot(NOW + 400_000).usageMillis()).isZero();
  }

  @Test
  void aTimeFarAheadInAStateIsOvertaken() {
    Snapshot ahead = new Snapshot(List.of(), List.of(), new java.util.TreeMap<>(), told(NOW * 2));
    windows.restore(ahead, NOW);
    windows.add(loaded(NOW, "now"), NOW);
    assertThat(windows.snapshot(NOW).bitstreams()).containsExactly("now");
  }

  @Test
  void countsEveryEventOfManyThreadsWhileItIsRead() throws Exception {
    int threads = 4;
    int each = 20_000;
    List<Thread> running = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      String id = "id" + t;
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  windows.add(event(NOW, Kind.USAGE, 1, id), NOW);
                }
              });
      thread.start();
      running.add(thread);
    }
    double before = 0;
    while (running.stream().anyMatch(Thread::isAlive)) {
      double sum = windows.snapshot(NOW).usageMillis();
      assertThat(sum).isGreaterThanOrEqualTo(before);
      before = sum;
    }
    for (Thread thread : running) {
      thread.join();
    }
    assertThat(windows.snapshot(NOW).usageMillis()).isEqualTo(threads * (double) each);
    assertThat(windows.snapshot(NOW).bitstreams()).hasSize(threads);
  }

  private static Optional<Loaded> told(long at) {
    return Optional.of(new Loaded(List.of("stuck"), at));
  }

  private static FpgaEvent event(long time, Kind kind, double millis, String id) {
    return new FpgaEvent(time, kind, millis, Optional.of(id), Optional.empty());
  }

  private static FpgaEvent loaded(long time, String... ids) {
    return new FpgaEvent(time, Kind.USAGE, 1, Optional.empty(), Optional.of(List.of(ids)));
  }
}
