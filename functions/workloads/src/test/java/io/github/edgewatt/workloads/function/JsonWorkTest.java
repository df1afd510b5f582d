package io.github.edgewatt.workloads.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonWorkTest {
  @Test
  void countsSevenScalarsASeededRecord() {
    JsonWork.Output output = JsonWork.run(new JsonWork.Input(null, 30, null));

    assertThat(output.values()).isEqualTo(30 * 7);
    assertThat(output.writtenBytes()).isLessThan(output.bytes());
    assertThat(output).isEqualTo(JsonWork.run(new JsonWork.Input(null, 30, 1L)));
    assertThat(output).isNotEqualTo(JsonWork.run(new JsonWork.Input(null, 30, 2L)));
  }

  @Test
  void writesAgainWhatItParsed() {
    JsonWork.Output output = JsonWork.run(JsonWork.Input.ofText("{ \"a\" : [1, 2, {}] }"));

    assertThat(output)
        .isEqualTo(new JsonWork.Output(20, 2, 14, Checksum.crc32("{\"a\":[1,2,{}]}")));
  }

  @Test
  void refusesWhatIsNotJson() {
    Refused.because("not JSON", () -> JsonWork.run(JsonWork.Input.ofText("{\"a\":")));
    Refused.because("records", () -> new JsonWork.Input(null, 5_001, null));
    // Deeper than the parser's own bound: a stack that overflows would end the process.
    Refused.because("not JSON", () -> JsonWork.run(JsonWork.Input.ofText("[".repeat(100_000))));
  }
}
