package io.github.edgewatt.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnNamesTest {
  private static final MeasurementTable TABLE =
      new MeasurementTable(List.of("figlet", "eat-memory", "env"));

  @Test
  void upstreamsColumnsComeFirst() {
    assertThat(TABLE.upstreamHeader()).hasSize(37);
    assertThat(TABLE.header().subList(0, 37)).isEqualTo(TABLE.upstreamHeader());
    assertThat(TABLE.header()).hasSize(37 + 5 + 3 * (21 + 3) + 10 + 1).doesNotHaveDuplicates();
    assertThat(TABLE.upstreamHeader().subList(9, 18))
        .containsExactly(
            "function_eat-memory",
            "rate_function_eat-memory",
            "success_rate_function_eat-memory",
            "cpu_usage_function_eat-memory",
            "ram_usage_function_eat-memory",
            "power_usage_function_eat-memory",
            "replica_eat-memory",
            "overloaded_function_eat-memory",
            "medium_latency_function_eat-memory");
  }

  /** Upstream's notebooks choose columns by these beginnings; some tools by their presence. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "power_usage_",
        "cpu_usage_",
        "ram_usage_",
        "medium_latency",
        "overloaded_",
        "success_rate_",
        "replica_",
        "function_",
        "rate_function_"
      })
  void noColumnOfOursIsTakenForUpstreams(String taken) {
    assertThat(TABLE.header().subList(37, TABLE.header().size()))
        .noneMatch(column -> column.contains(taken));
  }

  @Test
  void figuresHaveUpstreamsFormats() {
    assertThat(Text.decimal3(0.0005)).isEqualTo("0.001");
    assertThat(Text.decimal3(2.0005)).isEqualTo("2.001");
    assertThat(Text.decimal3(0.0625)).isEqualTo("0.062");
    assertThat(Text.decimal3(-0.0001)).isEqualTo("0.000");
    assertThat(Text.decimal3(3.85e9)).isEqualTo("3850000000.000");
    assertThat(Text.decimal3(Double.NaN)).isEqualTo("nan");
    assertThat(Text.decimal3(Double.POSITIVE_INFINITY)).isEqualTo("nan");
    assertThat(Text.whole(26_494_777_826.5)).isEqualTo("26494777826");
    assertThat(Text.whole(Double.NaN)).isEqualTo("nan");
    assertThat(Text.exact(1e-7)).isEqualTo("0.0000001");
    assertThat(Text.exact(50.0)).isEqualTo("50");
    assertThat(Text.exact(0.1 + 0.2)).isEqualTo("0.30000000000000004");
    assertThat(Text.exact(-0.0)).isEqualTo("0");
    assertThat(Text.count(-1)).isEqualTo("nan");
  }

  @Test
  void wordsStayOnTheirLineAndPhrasesApart() {
    assertThat(Text.words(" a\r\nb\0 ")).isEqualTo("a  b");
    assertThat(Text.phrases(List.of("a; b", " ", "c\n"))).isEqualTo("a, b; c");
    assertThat(Text.phrases(List.of())).isEqualTo("-");
    assertThat(Text.commaLine(List.of("a,b", "say \"x\""))).isEqualTo("\"a,b\",\"say \"\"x\"\"\"");
  }
}
