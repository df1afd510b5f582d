package io.github.edgewatt.collector.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.collector.event.FpgaEvent;
import io.github.edgewatt.collector.event.FpgaEvent.Kind;
import io.github.edgewatt.collector.window.Nodes.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodesTest {
  private static final long NOW = 1_700_000_000_000L;
  private static final long EXPIRED = NOW + 400_000;

  @Test
  void oneNodeTakesItsOwnEventsOnly() {
    Nodes nodes = Nodes.one("n1");
    assertThat(nodes.add(null, event(NOW), NOW)).isEqualTo(Outcome.COUNTED);
    assertThat(nodes.add("", event(NOW), NOW)).isEqualTo(Outcome.COUNTED);
    assertThat(nodes.add("n1", event(NOW), NOW)).isEqualTo(Outcome.COUNTED);
    assertThat(nodes.add("n2", event(NOW), NOW)).isEqualTo(Outcome.NOT_OURS);
    assertThat(nodes.all().get("n1").snapshot(NOW).usageMillis()).isEqualTo(3);
    assertThat(nodes.drop("n1", EXPIRED)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"N1", "a_b", "-a", "a-", "a..b", "../x", "a/b", "a?b", "ä", " "})
  void namesThatNoNodeHasAreRefused(String name) {
    assertThat(Nodes.many(10).add(name, event(NOW), NOW)).isEqualTo(Outcome.NOT_OURS);
    assertThatThrownBy(() -> Nodes.one(name)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Nodes.valid("a".repeat(254))).isFalse();
    assertThat(Nodes.valid("ip-10-0-0-1.eu.compute.internal")).isTrue();
  }

  @Test
  void thereIsABoundAndWhatIsIdleMakesRoom() {
    Nodes nodes = Nodes.many(3);
    assertThat(nodes.add(null, event(NOW), NOW)).isEqualTo(Outcome.NOT_OURS);
    for (String name : new String[] {"a", "b", "c"}) {
      assertThat(nodes.add(name, event(NOW), NOW)).isEqualTo(Outcome.COUNTED);
    }
    assertThat(nodes.add("d", event(NOW), NOW)).isEqualTo(Outcome.TOO_MANY);
    assertThat(nodes.add("a", event(EXPIRED), EXPIRED)).isEqualTo(Outcome.COUNTED);
    assertThat(nodes.add("d", event(EXPIRED), EXPIRED)).isEqualTo(Outcome.COUNTED);
    assertThat(nodes.all()).containsOnlyKeys("a", "d");
    assertThat(nodes.add("b", event(EXPIRED - 400_000), EXPIRED)).isEqualTo(Outcome.LATE);
  }

  @Test
  void anEventForWindowsJustGivenUpIsCounted() {
    Nodes nodes = Nodes.many(3);
    nodes.add("a", event(NOW), NOW);
    NodeWindows held = nodes.all().get("a");
    assertThat(held.closeIfIdle(NOW)).isFalse();
    assertThat(held.closeIfIdle(EXPIRED)).isTrue();
    assertThat(nodes.add("a", event(EXPIRED), EXPIRED)).isEqualTo(Outcome.COUNTED);
    assertThat(nodes.all().get("a").snapshot(EXPIRED).usageMillis()).isEqualTo(1);
  }

  private static FpgaEvent event(long time) {
    return new FpgaEvent(time, Kind.USAGE, 1, Optional.empty(), Optional.empty());
  }
}
