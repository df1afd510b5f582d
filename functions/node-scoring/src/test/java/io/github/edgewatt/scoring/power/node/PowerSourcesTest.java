package io.github.edgewatt.scoring.power.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.PowerSource.Feature;
import io.github.edgewatt.scoring.power.PowerSource.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerSourcesTest {
  private static final Map<String, String> WAO =
      Map.of(
          "tensorflow/host", "10.0.0.9", "tensorflow/port", "8500", "tensorflow/name", "konohana");

  private final PowerSources sources = new PowerSources(Set.of("HEAVY"));

  private static Node node(Map<String, String> labels, Map<String, String> annotations) {
    return new Node("n1", labels, annotations, "10.0.0.1", 8, 16e9, false);
  }

  private static Map<String, String> with(Map<String, String> texts, String... pairs) {
    Map<String, String> all = new HashMap<>(texts);
    for (int i = 0; i < pairs.length; i += 2) {
      all.put(pairs[i], pairs[i + 1]);
    }
    return all;
  }

  private PowerSource source(Map<String, String> labels, Map<String, String> annotations) {
    return sources.of(node(labels, annotations)).source().orElseThrow();
  }

  private String why(Map<String, String> labels) {
    SourceChoice choice = sources.of(node(labels, Map.of()));
    assertThat(choice.source()).isEmpty();
    return choice.why();
  }

  @Test
  void readsWaosLabels() {
    Map<String, String> labels =
        with(WAO, "tensorflow/version", "1218", "tensorflow/signature", "konohana");
    PowerSource source = source(labels, Map.of());
    assertThat(source.kind()).isEqualTo(Kind.TENSORFLOW_GRPC);
    assertThat(source.host()).isEqualTo("10.0.0.9");
    assertThat(source.port()).isEqualTo(8500);
    assertThat(source.name()).isEqualTo("konohana");
    assertThat(source.version()).hasValue(1218);
    assertThat(source.signature()).isEqualTo("konohana");
    assertThat(source.features())
        .containsExactly(Feature.CPU, Feature.AMBIENT, Feature.CPU1, Feature.CPU2);
    assertThat(source.idleWatts()).isNaN();
  }

  @Test
  void passesOverAVersionThatIsNoInteger() {
    SourceChoice choice = sources.of(node(with(WAO, "tensorflow/version", "v1\n2"), Map.of()));
    assertThat(choice.source().orElseThrow().version()).isEqualTo(OptionalLong.empty());
    assertThat(choice.source().orElseThrow().signature()).isEmpty();
    assertThat(choice.warning())
        .isEqualTo("tensorflow/version: 'v1?2' is no integer: the server chooses the version");
  }

  @Test
  void annotationsGoBeforeLabels() {
    PowerSource source =
        source(
            WAO,
            Map.of(
                "tensorflow/host", "power.local",
                "edgewatt.io/power-source", "open-inference",
                "edgewatt.io/power-input", "predict-prob",
                "edgewatt.io/power-features", "cpu-percent, ambient-celsius",
                "edgewatt.io/idle-watts", "60",
                "edgewatt.io/full-watts", "140.5"));
    assertThat(source)
        .isEqualTo(
            new PowerSource(
                Kind.OPEN_INFERENCE,
                "power.local",
                8500,
                "konohana",
                OptionalLong.empty(),
                "predict-prob",
                List.of(Feature.CPU_PERCENT, Feature.AMBIENT_CELSIUS),
                60,
                140.5));
  }

  @Test
  void theInputOfTheOpenInferenceProtocolHasADefault() {
    assertThat(
            source(with(WAO, "edgewatt.io/power-source", "open-inference"), Map.of()).signature())
        .isEqualTo("inputs");
    assertThat(source(with(WAO, "edgewatt.io/power-source", "tensorflow-rest"), Map.of()).kind())
        .isEqualTo(Kind.TENSORFLOW_REST);
  }

  @Test
  void aLoadedModelGoesBeforeTheLine() {
    Map<String, String> line =
        Map.of("edgewatt.io/idle-watts", "60", "edgewatt.io/full-watts", "140");
    PowerSource model = source(with(line, "edgewatt.io/node-type", "HEAVY"), Map.of());
    assertThat(model.kind()).isEqualTo(Kind.MODEL);
    assertThat(model.name()).isEqualTo("HEAVY");
    assertThat(model.features()).containsExactly(Feature.CPU);
    assertThat(model.fullWatts()).isEqualTo(140);
    assertThat(source(with(line, "edgewatt.io/node-type", "LIGHT"), Map.of()).kind())
        .isEqualTo(Kind.LINE);
    assertThat(source(with(WAO, "edgewatt.io/node-type", "HEAVY"), Map.of()).kind())
        .isEqualTo(Kind.TENSORFLOW_GRPC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tensorflow/port     |           | no label tensorflow/port",
        "tensorflow/name     |           | no label tensorflow/name",
        "tensorflow/port     | 85OO      | tensorflow/port: '85OO' is no port",
        "tensorflow/port     | 0         | tensorflow/port: '0' is no port",
        "tensorflow/port     | 70000     | tensorflow/port: '70000' is no port",
        "tensorflow/host     | a/b@c     | tensorflow/host: 'a/b@c' is no host",
        "edgewatt.io/power-source   | magic | edgewatt.io/power-source: 'magic' is none of line,"
            + " model, open-inference, tensorflow-grpc, tensorflow-rest",
        "edgewatt.io/power-source   | line  | nobody knows its watts: no tensorflow/* labels, no"
            + " model for its edgewatt.io/node-type, no edgewatt.io/idle-watts and"
            + " edgewatt.io/full-watts",
        "edgewatt.io/power-source   | model | no label edgewatt.io/node-type",
        "edgewatt.io/power-features | disk  | edgewatt.io/power-features: 'disk' is none of ambient,"
            + " ambient-celsius, cpu, cpu-cores, cpu-percent, cpu1, cpu2",
        "edgewatt.io/power-features | cpu1  | edgewatt.io/power-features asks for no CPU, so no pod"
            + " would cost anything",
      })
  void saysWhatIsWrong(String key, String text, String why) {
    Map<String, String> labels = new HashMap<>(WAO);
    labels.remove(key);
    assertThat(why(text == null ? labels : with(labels, key, text))).isEqualTo(why);
  }

  @Test
  void aModelThatIsNotLoadedIsNamed() {
    Map<String, String> asked =
        Map.of("edgewatt.io/power-source", "model", "edgewatt.io/node-type", "MID");
    assertThat(why(asked)).isEqualTo("no model for edgewatt.io/node-type 'MID'; there is HEAVY");
    assertThat(new PowerSources(Set.of()).of(node(asked, Map.of())).why())
        .isEqualTo("no model for edgewatt.io/node-type 'MID'; none is loaded");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sixty | 140 | edgewatt.io/idle-watts: 'sixty' is no number of watts",
        "-1    | 140 | edgewatt.io/idle-watts: '-1' is no number of watts",
        "NaN   | 140 | edgewatt.io/idle-watts: 'NaN' is no number of watts",
        "60    | 40  | edgewatt.io/full-watts is less than edgewatt.io/idle-watts",
      })
  void aWrongLineIsNone(String idle, String full, String told) {
    Map<String, String> line =
        Map.of("edgewatt.io/idle-watts", idle, "edgewatt.io/full-watts", full);
    assertThat(why(line)).isEqualTo(told);
    SourceChoice model = sources.of(node(with(line, "edgewatt.io/node-type", "HEAVY"), Map.of()));
    assertThat(model.source().orElseThrow().idleWatts()).isNaN();
    assertThat(model.warning()).isEqualTo(told);
  }

  @Test
  void remembersUntilTheNodeChangesAndSharesEqualSources() {
    Node first = node(WAO, Map.of());
    SourceChoice choice = sources.of(first);
    assertThat(sources.of(first)).isSameAs(choice);
    Node beaten = new Node("n1", first.labels(), Map.of("a", "b"), "10.0.0.1", 8, 16e9, false);
    assertThat(sources.of(beaten).source().orElseThrow()).isSameAs(choice.source().orElseThrow());
    Node moved = node(with(WAO, "tensorflow/port", "8501"), Map.of());
    assertThat(sources.of(moved).source().orElseThrow().port()).isEqualTo(8501);
    Node other = new Node("n2", WAO, Map.of(), "10.0.0.2", 8, 16e9, false);
    assertThat(sources.of(other).source().orElseThrow()).isSameAs(choice.source().orElseThrow());
  }
}
