package io.github.edgewatt.profiler.platform.openfaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayUrlTest {

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080, http://127.0.0.1:8080",
    "http://127.0.0.1:8080/, http://127.0.0.1:8080",
    "HTTP://Node-1.lan:31112///, http://node-1.lan:31112",
    "http://gateway, http://gateway",
    "http://[::1]:8080, http://[::1]:8080",
  })
  void isReadAsFaasCliReadsIt(String text, String expected) {
    assertThat(GatewayUrl.parse(text)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:8080, is not an address",
    "gateway:8080, does not start with http://",
    "gateway, does not start with http://",
    "ftp://gateway, does not start with http://",
    "https://gateway:8443, the load generator speaks plain http only",
    "http://, is not an address",
    "http://bad_host:8080, no host name",
    "http://gateway:99999, no port between",
    "http://gateway:8080/ui/, more than host and port",
    "http://gateway:8080?x=1, more than host and port",
    "http://gate way, is not an address",
  })
  void tellsWhatIsWrong(String text, String why) {
    assertThatThrownBy(() -> GatewayUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
  }

  @Test
  void neverShowsCredentials() {
    assertThatThrownBy(() -> GatewayUrl.parse("http://admin:open-sesame@gateway:8080"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has credentials in it")
        .hasMessageNotContaining("sesame");
  }
}
