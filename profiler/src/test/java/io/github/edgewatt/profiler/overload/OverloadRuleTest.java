package io.github.edgewatt.profiler.overload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.overload.OverloadRule.FunctionLoad;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverloadRuleTest {
  @ParameterizedTest
  @CsvSource({
    "0.90, 1, false, false",
    "0.899, 1, false, true",
    "1, 15, false, false",
    "1, 15, true, true",
    "1, 14, true, false",
  })
  void functionRule(double success, int replicas, boolean autoscales, boolean overloaded) {
    FunctionLoad load = new FunctionLoad("f", success, replicas, 1, autoscales);
    assertThat(OverloadRule.function(load).isEmpty()).isEqualTo(!overloaded);
  }

  @Test
  void replicasAtTheirMinimumTellNothing() {
    FunctionLoad pinned = new FunctionLoad("f", 1, 15, 15, true);
    assertThat(OverloadRule.function(pinned)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "160, 50, ''",
    "160.5, 50, 'CPU'",
    "10, 90, ''",
    "10, 90.5, 'memory'",
    "NaN, NaN, ''",
  })
  void nodeRule(double cpu, double memory, String reason) {
    List<String> reasons =
        OverloadRule.node(List.of(new FunctionLoad("f", 1, 1, 1, false)), cpu, 2, memory);
    assertThat(String.join(";", reasons)).startsWith(reason);
    assertThat(reasons.isEmpty()).isEqualTo(reason.isEmpty());
  }

  @Test
  void meanSuccessCountsFunctionsWithoutLoadAsOne() {
    List<FunctionLoad> loads =
        List.of(
            new FunctionLoad("f", 0.92, 1, 1, false),
            new FunctionLoad("g", 1, 1, 1, false),
            new FunctionLoad("h", 0.92, 1, 1, false));
    assertThat(OverloadRule.node(loads, 10, 2, 10)).containsExactly("mean success 94.7 % < 95 %");
  }

  @Test
  void everyRuleThatFiresIsNamed() {
    List<FunctionLoad> loads = List.of(new FunctionLoad("nmap", 0.5, 1, 1, false));
    assertThat(OverloadRule.node(loads, 199, 2, 95))
        .containsExactly(
            "nmap success 50.0 % < 90 %",
            "mean success 50.0 % < 95 %", "CPU 199 % > 160 %", "memory 95 % > 90 %");
  }
}
