package io.github.edgewatt.workloads.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShasumTest {
  // Published test vectors of the message "abc" (FIPS 180-4 and 202 examples).
  @ParameterizedTest
  @CsvSource({
    "SHA-1, a9993e364706816aba3e25717850c26c9cd0d89d",
    "SHA-256, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "SHA3-256, 3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532"
  })
  void digestsThePublishedVectors(String algorithm, String digest) {
    assertThat(Shasum.run(new Shasum.Input("abc", algorithm)))
        .isEqualTo(new Shasum.Output(algorithm, digest, 3));
  }

  @Test
  void hasDefaults() {
    assertThat(new Shasum.Input(null, null)).isEqualTo(new Shasum.Input("abcde", "SHA-256"));
    assertThat(Shasum.Input.ofText("x")).isEqualTo(new Shasum.Input("x", "SHA-256"));
  }

  @Test
  void countsBytesOfUtf8() {
    assertThat(Shasum.run(Shasum.Input.ofText("é")).bytes()).isEqualTo(2);
  }

  @Test
  void refusesOtherAlgorithmsAndLongTexts() {
    Refused.because("algorithm must be one of", () -> new Shasum.Input("abc", "MD5"));
    Refused.because("at most", () -> new Shasum.Input("a".repeat((1 << 18) + 1), null));
  }
}
