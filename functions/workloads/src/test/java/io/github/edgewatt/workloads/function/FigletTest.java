package io.github.edgewatt.workloads.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigletTest {
  @Test
  void drawsTheDefaultText() {
    Figlet.Output output = Figlet.run(new Figlet.Input(null));

    assertThat(output).isEqualTo(Figlet.run(Figlet.Input.ofText("Hello DFaas!")));
    assertThat(output.lines()).isEqualTo(6);
    assertThat(output.banner()).startsWith("  _   _      _ _").endsWith("\n");
    assertThat(output.crc32()).isEqualTo(Checksum.crc32(output.banner()));
  }

  @Test
  void drawsEveryPrintableCharacter() {
    StringBuilder all = new StringBuilder();
    for (char c = ' '; c <= '~'; c++) {
      all.append(c);
    }
    Figlet.Output output = Figlet.run(new Figlet.Input(all.toString()));

    assertThat(output.banner().lines().findFirst().orElseThrow().length()).isGreaterThan(400);
  }

  @Test
  void refusesWhatTheFontLacksAndWhatIsTooLong() {
    Refused.because("printable ASCII", () -> new Figlet.Input("naïve"));
    Refused.because("printable ASCII", () -> new Figlet.Input("two\nlines"));
    Refused.because("at most 200", () -> new Figlet.Input("a".repeat(201)));
  }

  @Test
  void ignoresTheLineEndOfATextBody() {
    assertThat(Figlet.Input.ofText("a\r\n")).isEqualTo(new Figlet.Input("a"));
  }
}
