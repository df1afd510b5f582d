package openfaas.entrypoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @Test
  void hasDefaults() {
    assertThat(Settings.of(Map.of()))
        .isEqualTo(
            new Settings(
                "127.0.0.1",
                8082,
                16,
                256,
                1_048_576,
                Duration.ZERO,
                Duration.ofSeconds(10),
                Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource({"10s, 10000", "500ms, 500", "1m30s, 90000", "0s, 0"})
  void readsDurationsAsGoWritesThem(String text, long millis) {
    assertThat(Settings.of(Map.of("write_timeout", text)).drainLimit()).hasMillis(millis);
  }

  @ParameterizedTest
  @CsvSource({"write_timeout, 10", "EDGE_THREADS, 0", "EDGE_PORT, http", "EDGE_QUEUE, -1"})
  void refusesWhatItCannotRead(String name, String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.of(Map.of(name, text)))
        .withMessageContaining(name + " is '" + text + "'");
  }
}
