package io.github.edgewatt.scaling.daemon;

import static io.github.edgewatt.scaling.TestPods.NOW;
import static io.github.edgewatt.scaling.TestPods.pod;
import static io.github.edgewatt.scaling.TestPods.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectedTest {
  private static final FunctionPod MADE = pod("made", "a", "", Phase.PENDING, "", NOW);

  @Test
  void aPodThatIsNotSeenYetIsPending() {
    Snapshot corrected = Expected.NONE.with(MADE).correct(snapshot(NOW, pod("one", "a")));
    assertThat(names(corrected)).containsExactly("made", "one");
    FunctionPod made = corrected.pods().get(0);
    assertThat(made.phase()).isEqualTo(Phase.PENDING);
    assertThat(made.node()).isEmpty();
  }

  @Test
  void oneThatIsSeenIsNotCountedTwice() {
    Expected expected = Expected.NONE.with(MADE);
    Snapshot seen = snapshot(NOW, pod("made", "a"));
    assertThat(expected.correct(seen)).isEqualTo(seen);
    assertThat(expected.after(seen)).isEqualTo(Expected.NONE);
  }

  @Test
  void oneThatIsNeverSeenIsForgottenAfterAMinute() {
    Expected expected = Expected.NONE.with(MADE);
    assertThat(expected.after(snapshot(NOW.plusSeconds(60))).made()).hasSize(1);
    assertThat(expected.after(snapshot(NOW.plusSeconds(61)))).isEqualTo(Expected.NONE);
    assertThat(expected.correct(snapshot(NOW.plusSeconds(61))).pods()).isEmpty();
  }

  @Test
  void aPodThatWasToldToEndIsEnding() {
    FunctionPod one = pod("one", "a");
    Expected expected = Expected.NONE.without(one, NOW);
    Snapshot corrected = expected.correct(snapshot(NOW, one, pod("two", "a")));
    assertThat(corrected.pods())
        .extracting(FunctionPod::phase)
        .containsExactly(Phase.ENDING, Phase.RUNNING);
    assertThat(expected.after(snapshot(NOW, pod("two", "a")))).isEqualTo(Expected.NONE);
    Snapshot late = snapshot(NOW.plusSeconds(61), one);
    assertThat(expected.correct(late)).isEqualTo(late);
  }

  @Test
  void podsOfADeploymentAreSeenByTheirNumber() {
    Expected expected =
        Expected.NONE
            .with(pod("d/1", "a", "", Phase.PENDING, "d", NOW))
            .with(pod("d/2", "a", "", Phase.PENDING, "d", NOW));
    FunctionPod old = pod("d-x-0", "a", "a-1", Phase.RUNNING, "d", NOW.minusSeconds(600));
    FunctionPod first = pod("d-x-1", "a", "a-1", Phase.RUNNING, "d", NOW.plusSeconds(1));
    FunctionPod second = pod("d-x-2", "a", "a-1", Phase.RUNNING, "d", NOW.plusSeconds(2));

    assertThat(names(expected.correct(snapshot(NOW, old)))).containsExactly("d-x-0", "d/1", "d/2");
    Snapshot half = snapshot(NOW.plusSeconds(10), old, first);
    assertThat(expected.correct(half).pods()).hasSize(3);
    Expected still = expected.after(half);
    assertThat(still.correct(half).pods()).hasSize(3);
    Snapshot all = snapshot(NOW.plusSeconds(20), old, first, second);
    assertThat(still.after(all)).isEqualTo(Expected.NONE);
    assertThat(names(still.correct(all))).containsExactly("d-x-0", "d-x-1", "d-x-2");
  }

  private static List<String> names(Snapshot snapshot) {
    return snapshot.pods().stream().map(FunctionPod::name).toList();
  }
}
