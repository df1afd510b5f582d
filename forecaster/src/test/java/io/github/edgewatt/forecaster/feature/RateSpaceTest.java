package io.github.edgewatt.forecaster.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateSpaceTest {
  private static final RateSpace NAMED =
      RateSpace.groups(Map.of("LOW", List.of("env"), "HIGH_USAGE", List.of("nmap")));

  @Test
  void groupsAreFoundByNameAndByIndex() {
    assertThat(NAMED.columns()).containsExactly("rate_group_HIGH_USAGE", "rate_group_LOW_USAGE");
    assertThat(NAMED.columnOfGroup("HIGH", 1)).hasValue(0);
    assertThat(NAMED.columnOfGroup("LOW", 0)).hasValue(1);
    assertThat(NAMED.columnOfGroup("MEDIUM", 0)).isEmpty();
    RateSpace numbered = RateSpace.groups(Map.of("0", List.of("env"), "1", List.of("nmap")));
    assertThat(numbered.columnOfGroup("MEDIUM", 1)).hasValue(1);
    assertThat(RateSpace.functions(List.of("env")).columnOfGroup("LOW", 0)).isEmpty();
  }

  @Test
  void oneFunctionMoreAddsToItsColumn() {
    RateSpace more = NAMED.with("thumbnail", 1);
    Idle idle = new Idle(10, Double.NaN, Double.NaN, Double.NaN);
    Load load = Load.of(NodeType.ofCores(6), Map.of("thumbnail", 30.0, "env", 5.0), idle);
    assertThat(more.of(load)).containsExactly(0, 35, 0);
    assertThat(NAMED.of(load)).containsExactly(0, 5, 0);
    assertThat(more.names()).isEqualTo(NAMED.names());
    assertThatThrownBy(() -> NAMED.with("thumbnail", 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
