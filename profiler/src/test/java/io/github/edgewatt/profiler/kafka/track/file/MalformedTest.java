package io.github.edgewatt.profiler.kafka.track.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MalformedTest {
  @TempDir Path folder;
  private final Malformed malformed = new Malformed();

  private List<String> lines() throws Exception {
    return Files.readAllLines(folder.resolve("malformed.jsonl"));
  }

  @Test
  void tellsWhereAndWhyAndWhat() throws Exception {
    malformed.add(
        3, 17, "it is no JSON: why\nand where", "no\nJSON".getBytes(StandardCharsets.UTF_8));
    malformed.add(0, 18, "it is empty", null);
    assertThat(folder).isEmptyDirectory();
    malformed.flush(folder);
    malformed.flush(folder);
    assertThat(lines())
        .containsExactly(
            "{\"partition\":3,\"offset\":17,\"reason\":\"it is no JSON: why\",\"bytes\":7,"
                + "\"value\":\"no\\nJSON\"}",
            "{\"partition\":0,\"offset\":18,\"reason\":\"it is empty\",\"bytes\":0,\"value\":\"\"}");
    assertThat(malformed.count()).isEqualTo(2);
  }

  @Test
  void isBounded() throws Exception {
    byte[] large = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 2_500; i++) {
      malformed.add(0, i, "it is empty", i == 0 ? large : null);
      if (i % 300 == 0) {
        malformed.flush(folder);
      }
    }
    malformed.flush(folder);
    assertThat(malformed.count()).isEqualTo(2_500);
    assertThat(lines()).hasSize(Malformed.MOST);
    JsonNode first = new ObjectMapper().readTree(lines().get(0));
    assertThat(first.path("bytes").asInt()).isEqualTo(100_000);
    assertThat(first.path("value").asText()).hasSize(Malformed.MOST_BYTES);
  }

  @Test
  void nothingToTellMakesNoFile() throws Exception {
    malformed.flush(folder);
    assertThat(folder).isEmptyDirectory();
  }
}
