package io.github.edgewatt.profiler.measure.prometheus;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusSettingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "127.0.0.1:9090 | write it like http",
        "localhost:9090 | must be like http",
        "ftp://host | must be like http",
        "http://ada:secret@host | holds credentials",
        "http://host/?a=b | must end before",
        "http://a b | is no URL",
      })
  void refusesAddressesInOneLine(String address, String message) {
    assertThatThrownBy(() -> PrometheusSettings.parse(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("secret");
  }
}
