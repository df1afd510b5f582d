package io.github.edgewatt.scaling.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotJson;
import io.github.edgewatt.scaling.TestPods;
import io.github.edgewatt.scaling.policy.ScalingMemory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {
  private static final Snapshot SNAPSHOT =
      TestPods.snapshot(TestPods.NOW, TestPods.pod("ünï", "a"));

  @Test
  void aSnapshotAloneIsOne() throws IOException {
    Question question = Question.read(json().getBytes(UTF_8));
    assertThat(question.snapshot()).isEqualTo(SNAPSHOT);
    assertThat(question.memory()).isEqualTo(ScalingMemory.NONE);
  }

  @Test
  void memoryMayStandBesideAndOthersArePassedOver() throws IOException {
    ScalingMemory memory =
        new ScalingMemory(Map.of("f a", TestPods.NOW), Map.of("f b", TestPods.NOW));
    String question =
        "{\"x\":[{}],\"memory\":%s,\n \"snapshot\": %s , \"outcome\":{\"snapshot\":1}}"
            .formatted(MemoryJson.of(memory), json());
    assertThat(Question.read(question.getBytes(UTF_8))).isEqualTo(new Question(SNAPSHOT, memory));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | a snapshot as a JSON object is wanted",
        "{\"snapshot\" 1} | it is no JSON at line 1",
        "{\"at\": 1 | it is no JSON at line",
        "{} | ",
        "{\"snapshot\": {}} | ",
        "{\"snapshot\": null} | ",
      })
  void whatIsNoneIsRefusedInOneLine(String text, String why) {
    assertThatThrownBy(() -> Question.read(text.getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(why == null ? "" : why)
        .message()
        .isNotBlank()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | memory: an object with changed and low",
        "{\"low\": {\"f a\": \"soon\"}} | memory: low of 'f a' is no time as 2026-05-01T10:00:00Z",
      })
  void aMemoryThatIsNoneIsRefused(String memory, String why) throws IOException {
    String question = "{\"snapshot\":" + json() + ",\"memory\":" + memory + "}";
    assertThatThrownBy(() -> Question.read(question.getBytes(UTF_8))).hasMessage(why);
  }

  private static String json() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SnapshotJson.write(SNAPSHOT, out);
    return out.toString(UTF_8);
  }
}
