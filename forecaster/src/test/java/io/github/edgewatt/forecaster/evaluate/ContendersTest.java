package io.github.edgewatt.forecaster.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContendersTest {
  @Test
  void wordsAreReadInOrderAndOnce() {
    assertThat(Contenders.parse("idle, ridge,idle")).containsExactly("idle", "ridge");
    assertThat(Contenders.parse("all")).isEqualTo(Contender.NAMES);
    assertThatThrownBy(() -> Contenders.parse("ridge,forest"))
        .hasMessage("unknown model 'forest': use profiles, ridge, groups, functions, idle or all");
  }

  @Test
  void groupsNeedGroups() {
    List<String> names = List.of("groups", "functions", "profiles");
    assertThat(Contenders.of(names, List.of("ant"), Map.of()))
        .extracting(Contender::name)
        .containsExactly("functions", "profiles");
    assertThat(Contenders.of(names, List.of("ant"), Map.of("LOW", List.of("ant"))))
        .extracting(Contender::name)
        .containsExactly("groups", "functions", "profiles");
  }
}
