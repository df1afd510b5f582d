package io.github.edgewatt.scoring.climate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpmiPageTest {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

  private static Optional<Climate> read(String page) {
    return IpmiPage.read(page, AT);
  }

  @Test
  void readsAPage() {
    String page =
        """
        # HELP ipmi_temperature_celsius Temperature reading in degree Celsius.
        # TYPE ipmi_temperature_celsius gauge
        ipmi_temperature_celsius{id="1",name="Ambient"} 22
        ipmi_temperature_celsius{id="2",name="CPU1"} 41.5
        ipmi_temperature_celsius{name="CPU2",id="3"} 4.3e+01 1700000000000
        ipmi_temperature_celsius{id="4",name="CPU1 VRM"} 90
        ipmi_temperature_state{id="1",name="Ambient"} 0
        ipmi_up{collector="ipmi"} 1
        """;
    assertThat(read(page)).hasValue(new Climate(22, 41.5, 43, AT));
    assertThat(read(page.replace("\n", "\r\n"))).isEqualTo(read(page));
  }

  @Test
  void aMissingSensorIsNaN() {
    assertThat(read("ipmi_temperature_celsius{name=\"Ambient\"} 22"))
        .hasValue(new Climate(22, Double.NaN, Double.NaN, AT));
  }

  @Test
  void theFirstUsableReadingOfANameCounts() {
    assertThat(
            read(
                """
                ipmi_temperature_celsius{id="1",name="CPU1"} NaN
                ipmi_temperature_celsius{id="2",name="CPU1"} 40
                ipmi_temperature_celsius{id="3",name="CPU1"} 50
                """))
        .hasValue(new Climate(Double.NaN, 40, Double.NaN, AT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name=\"Ambient\"} NaN",
        "{name=\"Ambient\"} +Inf",
        "{name=\"Ambient\"} 255",
        "{name=\"Ambient\"} -128",
        "{name=\"Ambient\"} warm",
        "{name=\"Ambient\"}",
        "{name=\"Ambient\" 22",
        "{name=\"ambient\"} 22",
        "{name=\"Ambient \"} 22",
        "{name=Ambient} 22",
        "{sensor=\"Ambient\"} 22",
        " 22",
        "{} 22",
        "{name=\"\\\"Ambient\"} 22",
      })
  void tellsNothingFromALineThatIsNone(String rest) {
    assertThat(read("ipmi_temperature_celsius" + rest)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html><body>Sign in</body></html>", "ipmi_up 0", "\0\u0001\uffff"})
  void tellsNothingFromAnotherPage(String page) {
    assertThat(read(page)).isEmpty();
  }

  @Test
  void survivesLinesWithoutEnd() {
    String escapes = "ipmi_temperature_celsius{name=\"" + "\\\"".repeat(500_000);
    assertThat(read(escapes + "\nipmi_temperature_celsius{name=\"CPU2\"} 44"))
        .hasValue(new Climate(Double.NaN, Double.NaN, 44, AT));
  }
}
