package io.github.edgewatt.scoring.extender;

import static io.github.edgewatt.scoring.extender.Fixtures.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.cluster.Owner;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.BadInputException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtenderReaderTest {
  private static final String POD = "'Pod': {'metadata': {'name': 'p'}}";

  @Test
  void readsNamesAndWhatMattersOfThePod() throws Exception {
    ExtenderArgs args = ExtenderReader.read(Fixtures.read("names.json"));

    assertThat(args.nodes()).containsExactly("edge-1", "edge-2", "edge-3");
    assertThat(args.whole()).isEmpty();
    Pod pod = args.pod();
    assertThat(pod.uid()).isEqualTo("0d5a1c3e-1111-4222-8333-944455556666");
    assertThat(pod.namespace()).isEqualTo("shop");
    assertThat(pod.labels()).isEqualTo(Map.of("app", "greeter"));
    assertThat(pod.annotations()).isEqualTo(Map.of("fpga-scheduling.io/enabled", "true"));
    assertThat(pod.phase()).isEqualTo(Pod.Phase.PENDING);
    assertThat(pod.owner())
        .contains(new Owner("ReplicaSet", "greeter-6c4f9", "5b1e0000-aaaa-4bbb-8ccc-0000dddd1111"));
    assertThat(pod.createdAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    assertThat(pod.cpu().requested()).isCloseTo(0.31, within(1e-12));
    assertThat(pod.firstContainer().limit()).isEqualTo(1);
  }

  @Test
  void readsWholeNodesAndKeepsTheirBytes() throws Exception {
    byte[] body = Fixtures.read("whole.json");

    ExtenderArgs args = ExtenderReader.read(body);

    assertThat(args.nodes()).containsExactly("edge-1", "edge-2", "");
    WholeNodes whole = args.whole().orElseThrow();
    assertThat(whole.count()).isEqualTo(3);
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    whole.write(1, second);
    assertThat(second.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"status\": {\"capacity\": {\"cpu\": \"4\"}},"
                + " \"metadata\": {\"labels\": {}, \"name\": \"edge-2\"}}");
  }

  @ParameterizedTest
  @CsvSource({"Pod, NodeNames", "pod, nodenames", "POD, nodeNames", "pOD, NODENAMES"})
  void keysAreTakenInAnyCase(String pod, String names) {
    String body = "{'" + pod + "': {'metadata': {'name': 'p'}}, '" + names + "': ['a']}";

    ExtenderArgs args = ExtenderReader.read(bytes(body));

    assertThat(args.pod().name()).isEqualTo("p");
    assertThat(args.nodes()).containsExactly("a");
  }

  @Test
  void lowerCaseWholeNodesAreReadToo() {
    String body = "{" + POD + ", 'nodes': {'Items': [{'Metadata': {'Name': 'a'}}]}}";

    assertThat(ExtenderReader.read(bytes(body)).nodes()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{%s}",
        "{%s, 'NodeNames': []}",
        "{%s, 'NodeNames': null, 'Nodes': null}",
        "{%s, 'Nodes': {}}",
        "{%s, 'Nodes': {'items': null}}",
        "{%s, 'Nodes': {'metadata': {}, 'items': []}}"
      })
  void noNodesIsAQuestionToo(String body) {
    assertThat(ExtenderReader.read(bytes(String.format(body, POD))).nodes()).isEmpty();
  }

  @Test
  void duplicatesAndHugeNamesStayAsTheyAre() {
    String huge = "n".repeat(1 << 20);
    String body = "{" + POD + ", 'NodeNames': ['a', 'a', '" + huge + "', 'ü', '']}";

    assertThat(ExtenderReader.read(bytes(body)).nodes()).containsExactly("a", "a", huge, "ü", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "5",
        "{",
        "{'NodeNames': ['a']}",
        "{'Pod': null, 'NodeNames': ['a']}",
        "{'Pod': 5}",
        "{'Pod': []}",
        "{'Pod': {'metadata': 5}}",
        "{'Pod': {'spec': {'containers': 'none'}}}",
        "{'Pod': {'spec': {'containers': [{'resources': {'requests': {'cpu': 'much'}}}]}}}",
        "{'Pod': {}, 'NodeNames': 'a'}",
        "{'Pod': {}, 'NodeNames': [1]}",
        "{'Pod': {}, 'NodeNames': [null]}",
        "{'Pod': {}, 'NodeNames': ['a'",
        "{'Pod': {}, 'NodeNames': ['a']",
        "{'Pod': {}, 'Nodes': []}",
        "{'Pod': {}, 'Nodes': {'items': {}}}",
        "{'Pod': {}, 'Nodes': {'items': [5]}}",
        "{'Pod': {}, 'Nodes': {'items': [{'metadata': {'name': 'a'}",
        "{'Pod': {}, 'NodeNames': ['a']} {}",
        "{'Pod': {}, 'NodeNames': ['a']}x",
        "podname=p&nodes=a"
      })
  void whatIsNoQuestionIsSaidInOneLine(String body) {
    assertThatThrownBy(() -> ExtenderReader.read(bytes(body)))
        .isInstanceOf(BadInputException.class)
        .extracting(Throwable::getMessage)
        .asString()
        .hasSizeBetween(10, 310)
        .doesNotContain("\n")
        .doesNotContain("io.fabric8")
        .doesNotContain("java.");
  }

  @Test
  void bytesThatAreNoTextAndEndlessNestingAreNoQuestion() {
    byte[] noText = bytes("{'Pod': {}, 'NodeNames': ['aa']}");
    noText[noText.length - 4] = (byte) 0xff;
    String deep = "[".repeat(100_000);

    assertThatThrownBy(() -> ExtenderReader.read(noText)).isInstanceOf(BadInputException.class);
    for (String place : List.of("'x'", "'Pod'", "'Nodes'", "'NodeNames'")) {
      assertThatThrownBy(() -> ExtenderReader.read(bytes("{" + place + ": " + deep)))
          .isInstanceOf(BadInputException.class);
    }
  }

  @Test
  void fiveThousandNodesThatCameWholeAreRead() {
    String node =
        "{'metadata': {'name': 'n', 'labels': {'k': '" + "v".repeat(1_500) + "'}}, 'status': {}}";
    String items = String.join(",", Collections.nCopies(5_000, node));
    byte[] body = bytes("{" + POD + ", 'Nodes': {'items': [" + items + "]}}");

    ExtenderArgs args = ExtenderReader.read(body);

    assertThat(args.nodes()).hasSize(5_000).containsOnly("n");
    ByteArrayOutputStream last = new ByteArrayOutputStream();
    args.whole().orElseThrow().write(4_999, last);
    assertThat(last.toByteArray()).isEqualTo(bytes(node));
  }
}
