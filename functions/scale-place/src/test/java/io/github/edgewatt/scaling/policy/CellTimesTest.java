package io.github.edgewatt.scaling.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.snapshot.SnapshotIndex;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellTimesTest {
  private static final Instant ONE = TestCluster.START;
  private static final Instant OTHER = ONE.plusSeconds(1);

  private static SnapshotIndex index(String... functions) {
    TestCluster cluster = new TestCluster().zone("a").zone("b");
    cluster.worker("n", "a", 4, 10);
    for (String function : functions) {
      cluster.pod(function, "a", "n", 0.1);
    }
    return cluster.index();
  }

  private static CellTimes on(SnapshotIndex index, Map<String, Instant> times) {
    Map<String, Instant> rest = new HashMap<>();
    Instant[] placed = CellTimes.on(index, times, rest::put);
    return new CellTimes(index, placed, rest);
  }

  @Test
  void itIsTheMapItWasMadeOf() {
    Map<String, Instant> times = Map.of("f a", ONE, "f b", OTHER, "g a", OTHER, "nonsense", ONE);
    CellTimes cells = on(index("f", "g"), times);

    assertThat(cells).isEqualTo(times).hasSize(4);
    assertThat(new ScalingMemory(cells, Map.of())).isEqualTo(new ScalingMemory(times, Map.of()));
  }

  @Test
  void timesFollowTheirNamesToAnotherSnapshot() {
    Map<String, Instant> times = Map.of("f a", ONE, "g b", OTHER);
    CellTimes before = on(index("f", "g"), times);

    assertThat(on(index("f", "g"), before)).isEqualTo(times);
    assertThat(on(index("e", "g"), before)).isEqualTo(times);
    assertThat(CellTimes.on(index("e", "g"), before, (key, at) -> {}))
        .containsExactly(null, null, null, OTHER);
    assertThat(on(index("f", "g"), on(index("e"), before))).isEqualTo(times);
  }
}
