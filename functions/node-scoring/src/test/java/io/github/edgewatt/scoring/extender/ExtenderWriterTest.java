package io.github.edgewatt.scoring.extender;

import static io.github.edgewatt.scoring.extender.Fixtures.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.scoring.score.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtenderWriterTest {
  private static final List<Rejection> TWO =
      List.of(
          new Rejection("edge-2", "no \"xilinx\" here", true),
          new Rejection("edge-3", "full", false));

  @Test
  void writesScoresAsTheSchedulerReadsThem() {
    assertThat(text(ExtenderWriter.scores(List.of("n1", "n2"), new int[] {1, 10})))
        .isEqualTo("[{\"Host\":\"n1\",\"Score\":1},{\"Host\":\"n2\",\"Score\":10}]");
    assertThat(text(ExtenderWriter.scores(List.of(), new int[0]))).isEqualTo("[]");
  }

  @Test
  void strangeNamesStayWhatTheyAre() throws Exception {
    List<String> names = List.of("a\"b", "\\", "\u0001", "ü€😀", "", "n".repeat(100_000));

    JsonNode json = new ObjectMapper().readTree(ExtenderWriter.scores(names, new int[6]));

    assertThat(json.findValuesAsText("Host")).isEqualTo(names);
  }

  @Test
  void namesThatPassGoBackAsNames() throws Exception {
    ExtenderArgs args = ExtenderReader.read(Fixtures.read("names.json"));

    assertThat(text(ExtenderWriter.filtered(args, TWO)))
        .isEqualTo(
            "{\"NodeNames\":[\"edge-1\"],\"FailedNodes\":{\"edge-3\":\"full\"},"
                + "\"FailedAndUnresolvableNodes\":{\"edge-2\":\"no \\\"xilinx\\\" here\"},"
                + "\"Error\":\"\"}");
  }

  @Test
  void wholeNodesThatPassGoBackWhole() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    byte[] body = Fixtures.read("whole.json");

    JsonNode answer =
        mapper.readTree(
            ExtenderWriter.filtered(
                ExtenderReader.read(body), List.of(new Rejection("edge-1", "no", false))));

    JsonNode items = mapper.readTree(body).path("Nodes").path("items");
    assertThat(answer.path("Nodes").path("items")).containsExactly(items.get(1), items.get(2));
    assertThat(answer.path("Nodes").path("metadata").isObject()).isTrue();
    assertThat(answer.has("NodeNames")).isFalse();
    assertThat(answer.path("FailedNodes").path("edge-1").asText()).isEqualTo("no");
    assertThat(answer.path("Error").asText()).isEmpty();
  }

  @Test
  void duplicatesAreRefusedOnceAndPassAsOftenAsTheyCame() {
    ExtenderArgs args =
        ExtenderReader.read(bytes("{'Pod': {}, 'NodeNames': ['a', 'b', 'a', 'b']}"));
    Rejection b = new Rejection("b", "no", false);

    assertThat(text(ExtenderWriter.filtered(args, List.of(b, b))))
        .isEqualTo(
            "{\"NodeNames\":[\"a\",\"a\"],\"FailedNodes\":{\"b\":\"no\"},"
                + "\"FailedAndUnresolvableNodes\":{},\"Error\":\"\"}");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
