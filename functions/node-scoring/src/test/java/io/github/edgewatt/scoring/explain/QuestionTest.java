package io.github.edgewatt.scoring.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.cluster.CpuDemand;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.BadInputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
  @Test
  void readsAPodOfKubernetes() {
    Question question =
        read(
            "{'pod': {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'p', 'managedFields':"
                + " 5}, 'spec': {'containers': [{'resources': {'limits': {'cpu': '2'}}}]}}, 'nodes':"
                + " ['b', 'a', 'b'], 'policy': 'fpga'}");

    assertThat(question.pod().name()).isEqualTo("p");
    assertThat(question.pod().cpu()).isEqualTo(new CpuDemand(2, 2));
    assertThat(question.nodes()).contains(List.of("b", "a", "b"));
    assertThat(question.policy()).isEqualTo("fpga");
    assertThat(question.replicas()).isEmpty();
  }

  @Test
  void readsThePodOfADeployment() {
    Pod pod =
        read("{'pod': {'kind': 'Deployment', 'metadata': {'name': 'd'}, 'spec': {'replicas': 3,"
                + " 'template': {'metadata': {'labels': {'app': 'x'}}, 'spec': {'containers':"
                + " [{'resources': {'requests': {'cpu': '250m'}}}]}}}}}")
            .pod();

    assertThat(pod.labels()).isEqualTo(Map.of("app", "x"));
    assertThat(pod.cpu().requested()).isEqualTo(0.25);
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', 0, 0",
    "'{\"cpu\": \"500m\"}', 0.5, 0",
    "'{\"cpu\": 0.25, \"limit\": 1}', 0.25, 1",
    "'{\"limit\": \"1500m\"}', 1.5, 1.5",
    "'{\"cpu\": \"2\", \"limit\": null, \"name\": \"x\"}', 2, 0"
  })
  void readsAPodInAFewFigures(String pod, double requested, double limit) {
    Question question = read("{'pod': " + pod + "}");

    assertThat(question.pod().cpu().requested()).isCloseTo(requested, within(1e-9));
    assertThat(question.pod().cpu().limit()).isCloseTo(limit, within(1e-9));
    assertThat(question.nodes()).isEmpty();
  }

  @Test
  void readsLabelsOfTheShortForm() {
    Pod pod = read("{'pod': {'cpu': 1, 'labels': {'a': 'b'}, 'annotations': {'c': 'd'}}}").pod();

    assertThat(pod.labels()).isEqualTo(Map.of("a", "b"));
    assertThat(pod.annotations()).isEqualTo(Map.of("c", "d"));
  }

  @Test
  void readsTheFormOfWaosEstimator() {
    Question question = read("{'cpu_milli': 500, 'num_workloads': 5}");

    assertThat(question.estimator()).isTrue();
    assertThat(question.pod().cpu()).isEqualTo(new CpuDemand(0.5, 0));
    assertThat(question.replicas()).hasValue(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{'pod': null}",
        "{'pod': 5}",
        "{'pod': []}",
        "{'pod': {}, 'pods': {}}",
        "{'pod': {'cpus': 1}}",
        "{'pod': {'cpu': 'much'}}",
        "{'pod': {'cpu': -1}}",
        "{'pod': {'cpu': true}}",
        "{'pod': {'cpu': 1e999}}",
        "{'pod': {'name': 5}}",
        "{'pod': {'labels': []}}",
        "{'pod': {'labels': {'a': 1}}}",
        "{'pod': {'spec': {'containers': [{'resources': {'requests': {'cpu': '1x'}}}]}}}",
        "{'pod': {'spec': 5}}",
        "{'pod': {}, 'nodes': 'a'}",
        "{'pod': {}, 'nodes': [1]}",
        "{'pod': {}, 'nodes': {}}",
        "{'pod': {}, 'policy': 1}",
        "{'pod': {}, 'replicas': 0}",
        "{'pod': {}, 'replicas': 1001}",
        "{'pod': {}, 'replicas': 1.5}",
        "{'pod': {}, 'replicas': '3'}",
        "{'pod': {}, 'replicas': 99999999999}",
        "{'cpu_milli': 500}",
        "{'num_workloads': 5}",
        "{'cpu_milli': 0, 'num_workloads': 5}",
        "{'cpu_milli': 500, 'num_workloads': 5, 'pod': {}}",
        "{'pod': {}} x"
      })
  void whatIsNoQuestionIsSaidInOneLine(String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOf(BadInputException.class)
        .extracting(Throwable::getMessage)
        .asString()
        .hasSizeBetween(10, 310)
        .doesNotContain("\n")
        .doesNotContain("java.");
  }

  private static Question read(String body) {
    return QuestionReader.read(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
