package io.github.edgewatt.profiler.proc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodNameTest {

  @ParameterizedTest
  @CsvSource({
    "env-5d7cbc7775-czfb7, env, true",
    "fn-a-5d7cbc7775-czfb7, fn-a, true",
    // Upstream's helper looked for the name anywhere in the text.
    "my-env-5d7cbc7775-czfb7, env, false",
    "env-two-5d7cbc7775-czfb7, env, false",
    "env, env, false",
    "env-5d7cbc7775, env, false",
    "env-5d7cbc7775-czfb, env, false",
    "env-5d7cbc7775-aeiou, env, false",
    "'', env, false"
  })
  void belongsToTheFunctionOfThatWholeName(String pod, String function, boolean belongs) {
    assertThat(PodName.isOf(pod, function)).isEqualTo(belongs);
  }
}
