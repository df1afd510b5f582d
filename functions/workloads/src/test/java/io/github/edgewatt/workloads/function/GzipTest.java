package io.github.edgewatt.workloads.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class GzipTest {
  @Test
  void whatIsCompressedInflatesAgain() throws DataFormatException {
    byte[] data = "a text, a text, a text again".repeat(1_000).getBytes(StandardCharsets.UTF_8);
    byte[] packed = Gzip.compress(data, 6);
    Inflater inflater = new Inflater();
    inflater.setInput(packed);
    byte[] back = new byte[data.length];
    int length = inflater.inflate(back);
    inflater.end();

    assertThat(length).isEqualTo(data.length);
    assertThat(back).isEqualTo(data);
  }

  @Test
  void compressesSeededTextByDefault() {
    Gzip.Output output = Gzip.run(new Gzip.Input(null, null, null, null));

    assertThat(output.bytes()).isEqualTo(65_536);
    assertThat(output.compressedBytes()).isBetween(25_000, 45_000);
    assertThat(output).isEqualTo(Gzip.run(new Gzip.Input(null, 65_536, 1L, 6)));
    assertThat(output.crc32()).isNotEqualTo(Gzip.run(new Gzip.Input(null, null, 2L, null)).crc32());
  }

  @Test
  void higherLevelsCompressMore() {
    int fast = Gzip.run(new Gzip.Input(null, null, null, 1)).compressedBytes();
    int best = Gzip.run(new Gzip.Input(null, null, null, 9)).compressedBytes();

    assertThat(best).isLessThan(fast);
  }

  @Test
  void takesATextInstead() {
    Gzip.Output output = Gzip.run(Gzip.Input.ofText("hello"));

    assertThat(output.bytes()).isEqualTo(5);
    assertThat(output.crc32()).isEqualTo("3610a686"); // CRC-32 of "hello"
  }

  @Test
  void boundsItsFields() {
    Refused.because("bytes", () -> new Gzip.Input(null, (1 << 20) + 1, null, null));
    Refused.because("level must be from 1 to 9", () -> new Gzip.Input(null, null, null, 10));
    Refused.because("text", () -> Gzip.Input.ofText("a".repeat((1 << 18) + 1)));
  }
}
