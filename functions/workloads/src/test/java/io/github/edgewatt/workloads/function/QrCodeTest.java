package io.github.edgewatt.workloads.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import org.junit.jupiter.api.Test;

class QrCodeTest {
  @Test
  void theCodeReadsAsTheText() throws Exception {
    QrCode.Output output = QrCode.run(new QrCode.Input("Grüße von Edgewatt, 1 €", "Q"));
    BitMatrix bits = BitMatrix.parse(output.code(), "#", ".");

    assertThat(new Decoder().decode(bits).getText()).isEqualTo("Grüße von Edgewatt, 1 €");
  }

  @Test
  void hasDefaultsAndIsDeterministic() {
    QrCode.Output output = QrCode.run(new QrCode.Input(null, null));

    assertThat(output).isEqualTo(QrCode.run(QrCode.Input.ofText("http://www.google.com")));
    assertThat(output.modules()).isEqualTo(25);
  }

  @Test
  void refusesNothingAndTooMuch() {
    Refused.because("must not be empty", () -> QrCode.Input.ofText(""));
    Refused.because("at most 1000", () -> QrCode.Input.ofText("a".repeat(1_001)));
    Refused.because("one of M, L, Q, H", () -> new QrCode.Input("a", "X"));
    // Within the bound in characters, beyond what a code holds in bytes.
    Refused.because("does not fit", () -> QrCode.run(new QrCode.Input("€".repeat(1_000), "H")));
  }
}
