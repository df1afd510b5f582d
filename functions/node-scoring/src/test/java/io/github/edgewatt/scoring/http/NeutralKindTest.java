package io.github.edgewatt.scoring.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeutralKindTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the node is not known                | NODE",
        "the pod asks for no CPU              | POD",
        "metrics 22 min old                   | METRICS",
        "no metrics of the node               | METRICS",
        "temperature page 22 min old          | TEMPERATURE",
        "label ambient/max is not above it    | TEMPERATURE",
        "edgewatt.io/power-source label is no | LABEL",
        "the model answered no number         | PREDICTOR",
        "the moon is full                     | OTHER"
      })
  void reasonsFallIntoFewKinds(String reason, NeutralKind kind) {
    assertThat(NeutralKind.of(List.of(reason))).isEqualTo(kind);
  }

  @Test
  void noReasonIsAnother() {
    assertThat(NeutralKind.of(List.of())).isEqualTo(NeutralKind.OTHER);
  }
}
