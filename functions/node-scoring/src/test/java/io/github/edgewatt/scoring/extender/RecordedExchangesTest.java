package io.github.edgewatt.scoring.extender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.scoring.score.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real kube-scheduler sent and read. */
class RecordedExchangesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void answersAFilterLikeTheRecordedExtender(boolean names) throws IOException {
    String exchange = "extender-ncc-" + names + "-filter-";
    ExtenderArgs args = ExtenderReader.read(recorded(exchange + "request.json"));
    assertThat(args.pod().name()).startsWith("fn-a-");
    assertThat(args.pod().cpu().requested()).isEqualTo(0.25);
    assertThat(args.pod().owner()).isPresent();
    assertThat(args.nodes()).containsExactly("n1", "n2", "n3", "n4");
    assertThat(args.whole().isPresent()).isEqualTo(!names);

    JsonNode answer =
        JSON.readTree(
            ExtenderWriter.filtered(
                args, List.of(new Rejection("n3", "carbon budget exceeded", false))));

    JsonNode recorded = JSON.readTree(recorded(exchange + "response.json"));
    recorded
        .properties()
        .forEach(
            field ->
                assertThat(answer.get(field.getKey()))
                    .as(field.getKey())
                    .isEqualTo(field.getValue()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void answersScoresLikeTheRecordedExtender(boolean names) throws IOException {
    String exchange = "extender-ncc-" + names + "-prioritize-";
    ExtenderArgs args = ExtenderReader.read(recorded(exchange + "request.json"));
    JsonNode recorded = JSON.readTree(recorded(exchange + "response.json"));
    int[] scores = new int[recorded.size()];
    List<String> nodes = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      scores[i] = recorded.get(i).path("Score").intValue();
      nodes.add(recorded.get(i).path("Host").textValue());
    }

    assertThat(args.nodes()).isEqualTo(nodes);
    assertThat(JSON.readTree(ExtenderWriter.scores(args.nodes(), scores))).isEqualTo(recorded);
  }

  private static byte[] recorded(String name) throws IOException {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolveSibling("shared").resolve("real/kube").resolve(name);
      if (Files.isRegularFile(file)) {
        return Files.readAllBytes(file);
      }
    }
    assumeTrue(false, "no recorded exchanges beside this checkout (../shared/real/kube)");
    return new byte[0];
  }
}
