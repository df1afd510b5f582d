package io.github.edgewatt.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class ServiceTest {
  private static final PrintStream USUAL = System.err;

  /** Settles its server's options and ends. */
  @Command(name = "bin/thing", mixinStandardHelpOptions = true)
  static final class Thing implements Callable<Integer> {
    @Mixin private ServerOptions server;

    @Option(names = "--file", required = true)
    private String file;

    @Override
    public Integer call() {
      if (file.isBlank()) {
        throw new IllegalArgumentException("--file is empty");
      }
      server.apply();
      return 0;
    }
  }

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int execute(String... arguments) {
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    return Service.execute(new Thing(), arguments);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8).strip();
  }

  @AfterEach
  void restore() {
    System.setErr(USUAL);
    System.clearProperty("quarkus.http.port");
    System.clearProperty("quarkus.http.host");
  }

  @Test
  void handsOptionsToTheServer() {
    assertThat(execute("--file", "x", "--port", "0", "--host", "127.0.0.2")).isZero();

    assertThat(System.getProperty("quarkus.http.port")).isEqualTo("0");
    assertThat(System.getProperty("quarkus.http.host")).isEqualTo("127.0.0.2");
    assertThat(said()).isEmpty();
  }

  @Test
  void leavesTheDefaultsAloneWhereNothingIsGiven() {
    assertThat(execute("--file", "x")).isZero();

    assertThat(System.getProperty("quarkus.http.port")).isNull();
    assertThat(System.getProperty("quarkus.http.host")).isNull();
  }

  @Test
  void aWrongArgumentIsOneLine() {
    assertThat(execute("--file", "x", "--prot", "1")).isEqualTo(2);
    assertThat(said())
        .startsWith("edgewatt: Unknown options: '--prot', '1'")
        .endsWith("(bin/thing --help)")
        .hasLineCount(1);
  }

  @Test
  void aMissingArgumentIsOneLine() {
    assertThat(execute()).isEqualTo(2);
    assertThat(said()).startsWith("edgewatt: Missing required option: '--file").hasLineCount(1);
  }

  @Test
  void aRefusedValueIsOneLine() {
    assertThat(execute("--file", "")).isEqualTo(2);
    assertThat(said()).isEqualTo("edgewatt: --file is empty");
  }

  @Test
  void aPortThatIsNoneIsOneLine() {
    assertThat(execute("--file", "x", "--port", "70000")).isEqualTo(2);
    assertThat(said()).isEqualTo("edgewatt: --port 70000: 0 to 65535");
  }

  @ParameterizedTest
  @CsvSource({
    "QUARKUS_HTTP_PORT, x, QUARKUS_HTTP_PORT x: 0 to 65535",
    "QUARKUS_HTTP_PORT, 65536, QUARKUS_HTTP_PORT 65536: 0 to 65535",
    "QUARKUS_HTTP_HOST, no.host.invalid, "
        + "'QUARKUS_HTTP_HOST no.host.invalid: no address of this machine, nor a name of one'"
  })
  void theEnvironmentIsHeldToTheSame(String name, String value, String message) {
    assertThatThrownBy(() -> new ServerOptions().apply(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
