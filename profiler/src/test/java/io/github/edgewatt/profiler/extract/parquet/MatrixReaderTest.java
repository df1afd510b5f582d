package io.github.edgewatt.profiler.extract.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixReaderTest {
  private static final String ANSWER =
      """
      {"status":"success","isPartial":false,"data":{"resultType":"matrix","result":[
      {"metric":{"__name__":"x","a":"1"},"values":[[1700000000,"1"],[1700000005.25,"NaN"]]},
      {"metric":{},"values":[[1700000000,"+Inf"],[1700000005,"-Inf"],[1700000010,"1e-3"]]},
      {"metric":{"__name__":"h"},"histograms":[[1700000000,{"count":"4","sum":"-2.5",
       "buckets":[[0,"0.5","1","4"]]}],[1700000005,{"count":"5","sum":"3","buckets":[]}]]}
      ]},"warnings":["w"]}
      """;

  private static final class Seen implements MatrixReader.Series {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void begin(SortedMap<String, String> labels, String part) {
      lines.add(labels + part);
    }

    @Override
    public void sample(long epochMillis, double value) {
      lines.add(epochMillis + " " + value);
    }
  }

  private static List<String> read(String text) throws IOException {
    Seen seen = new Seen();
    new MatrixReader(seen).read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    return seen.lines;
  }

  @Test
  void readsSamplesAndHistograms() throws Exception {
    assertThat(read(ANSWER))
        .containsExactly(
            "{__name__=x, a=1}",
            "1700000000000 1.0",
            "1700000005250 NaN",
            "{}",
            "1700000000000 Infinity",
            "1700000005000 -Infinity",
            "1700000010000 0.001",
            "{__name__=h}count",
            "1700000000000 4.0",
            "1700000005000 5.0",
            "{__name__=h}sum",
            "1700000000000 -2.5",
            "1700000005000 3.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"status\":\"success\"}",
        "{\"status\":\"success\",\"data\":{}}",
        "{\"data\":{\"result\":[{\"values\":[[1,\"1\"]],\"metric\":{}}]}}",
        "{\"data\":{\"result\":[{\"metric\":{},\"values\":[[1,1]]}]}}",
        "{\"data\":{\"result\":[{\"metric\":{},\"values\":[[1,\"one\"]]}]}}"
      })
  void refusesWhatIsNoMatrix(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
  }

  @Test
  void refusesAnAnswerCutAnywhere() {
    String whole = ANSWER.strip();
    for (int length = 0; length < whole.length(); length += 7) {
      String cut = whole.substring(0, length);
      assertThatThrownBy(() -> read(cut)).as(cut).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "42, 42",
    "999999999999999, 999999999999999",
    "9007199254740993, 9007199254740992",
    "-7, -7",
    "1e+06, 1000000",
    "0.1, 0.1",
    "1.7976931348623157e+308, 1.7976931348623157e+308"
  })
  void readsNumbersAsDoubles(String text, double expected) throws Exception {
    assertThat(Numbers.parse(("xx" + text).toCharArray(), 2, text.length())).isEqualTo(expected);
  }
}
