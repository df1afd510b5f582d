package io.github.edgewatt.profiler.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadOptionsTest {
  @Test
  void defaultsArePinned() {
    assertThat(LoadOptions.defaults()).isEqualTo(new LoadOptions(16, Duration.ofSeconds(2), 0));
  }

  @ParameterizedTest
  @CsvSource({"0,PT1S,0", "10001,PT1S,0", "1,PT0S,0", "1,PT-1S,0", "1,PT1S,-1"})
  void nonsenseIsRefused(int connections, Duration timeout, long spin) {
    assertThatThrownBy(() -> new LoadOptions(connections, timeout, spin))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
