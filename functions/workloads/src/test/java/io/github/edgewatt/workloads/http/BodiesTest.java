package io.github.edgewatt.workloads.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.workloads.function.BadInputException;
import io.github.edgewatt.workloads.function.Shasum;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {
  private static final Served<Shasum.Input> SHASUM =
      Served.waiting(
          Shasum.Input.class, Shasum.Input::ofText, input -> Uni.createFrom().item(input));

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"text/plain", "text/plain; charset=utf-8", "text/html", "nonsense"})
  void everythingButJsonIsText(String contentType) {
    assertThat(read("{\"text\":\"a\"}", contentType).text()).isEqualTo("{\"text\":\"a\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "Application/JSON; charset=utf-8", "application/x+json"})
  void readsJson(String contentType) {
    assertThat(read("{\"text\":\"a\",\"algorithm\":\"SHA-1\"}", contentType))
        .isEqualTo(new Shasum.Input("a", "SHA-1"));
  }

  @ParameterizedTest
  @CsvSource({"'', text/plain", "'', application/json", "' \n', application/json", "'',"})
  void nothingMeansAllDefaults(String body, String contentType) {
    assertThat(read(body, contentType)).isEqualTo(new Shasum.Input(null, null));
  }

  @Test
  void nullMeansAllDefaults() {
    assertThat(read("null", "application/json")).isEqualTo(new Shasum.Input(null, null));
    assertThat(read("{\"text\":null}", "application/json")).isEqualTo(new Shasum.Input(null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\":            | not the JSON",
        "[]                    | not the JSON",
        "\"abc\"               | not the JSON",
        "{\"text\":1}          | not the JSON",
        "{} {}                 | not the JSON",
        "{\"txt\":\"a\"}       | no field 'txt'; there are [text, algorithm]",
        "{\"algorithm\":\"x\"} | algorithm must be one of"
      })
  void refusesInOneLine(String body, String part) {
    assertThatThrownBy(() -> read(body, "application/json"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(part)
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("\n");
  }

  @Test
  void refusesTextThatIsNotUtf8() {
    byte[] body = {(byte) 0xc3, (byte) 0x28};
    assertThatThrownBy(() -> Bodies.read(body, "text/plain", SHASUM))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("UTF-8");
  }

  private static Shasum.Input read(String body, String contentType) {
    return Bodies.read(body.getBytes(StandardCharsets.UTF_8), contentType, SHASUM);
  }
}
