package io.github.edgewatt.workloads.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvTest {
  private final Env env = new Env(Map.of("B_PASSWORD", "secret-value", "A", "1", "AB", "2"));

  @Test
  void listsNamesInOrderAndNeverValues() {
    Env.Output output = env.run(new Env.Input(null));

    assertThat(output.names()).containsExactly("A", "AB", "B_PASSWORD");
    assertThat(output.bytes()).isEqualTo("A=1\nAB=2\nB_PASSWORD=secret-value\n".length());
    assertThat(output.toString()).doesNotContain("secret-value");
  }

  @Test
  void digestChangesWithAValue() {
    String before = env.run(new Env.Input("A")).sha256();

    assertThat(new Env(Map.of("A", "1", "AB", "2")).run(new Env.Input("A")).sha256())
        .isEqualTo(before);
    assertThat(new Env(Map.of("A", "1", "AB", "3")).run(new Env.Input("A")).sha256())
        .isNotEqualTo(before);
  }

  @Test
  void choosesByPrefix() {
    assertThat(env.run(Env.Input.ofText("B_\n")).names()).containsExactly("B_PASSWORD");
    assertThat(env.run(new Env.Input("C")).names()).isEmpty();
    Refused.because("at most 100", () -> new Env.Input("a".repeat(101)));
  }
}
