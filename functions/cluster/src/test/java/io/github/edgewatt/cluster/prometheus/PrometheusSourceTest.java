package io.github.edgewatt.cluster.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.cluster.objects.Directory;
import io.github.edgewatt.cluster.objects.Names;
import io.github.edgewatt.cluster.objects.RecordingSink;
import io.github.edgewatt.cluster.objects.RecordingSink.Sample;
import io.github.edgewatt.cluster.objects.SeenPod;
import io.github.edgewatt.cluster.settings.Environment;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.Traffic;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import io.github.edgewatt.fixtures.Fault;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusSourceTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00.250Z");

  private final Answers answers = new Answers();
  private final RecordingSink sink = new RecordingSink();
  private final Directory directory = new Directory(new RecordingSink());

  @AfterEach
  void down() {
    answers.close();
  }

  private PrometheusSource source(Names names, String... settings) {
    Map<String, String> variables = new HashMap<>();
    variables.put("edgewatt_cluster_prometheus_url", answers.server.uri().toString());
    for (int i = 0; i < settings.length; i += 2) {
      variables.put(settings[i], settings[i + 1]);
    }
    return new PrometheusSource(
        PrometheusSettings.of(new Environment(variables)),
        sink,
        names,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private void node(String name, String zone, String address) {
    directory.node(
        new ZoneNode(
            name, zone, "", true, 4, Resources.NONE, Resources.NONE, Double.NaN, Double.NaN),
        List.of(address));
  }

  private void pod(String uid, String namespace, String name) {
    directory.pod(
        new SeenPod(
            uid,
            namespace,
            name,
            Map.of(),
            "n1",
            "",
            0,
            Phase.RUNNING,
            Resources.NONE,
            "",
            "",
            "",
            Instant.EPOCH,
            List.of()));
  }

  @Test
  void everyFigureIsToldOfWhatItBelongsTo() {
    node("n1", "zone-a", "10.0.0.1");
    node("n2", "zone-a", "10.0.0.2");
    pod("u1", "default", "p1");
    String p1 = "\"namespace\":\"default\",\"pod\":\"p1\"";
    answers.results.put("sum by (namespace, pod)", Answers.series(p1, "12.5"));
    answers.results.put("max by (namespace, pod)", Answers.series(p1, "1777629595.5"));
    answers.results.put(
        "1 - avg",
        Answers.series("\"nodename\":\"n1\",\"instance\":\"10.0.0.9:9100\"", "0.25")
            + ","
            + Answers.series("\"nodename\":\"other\",\"instance\":\"10.0.0.2:9100\"", "0.5")
            + ","
            + Answers.series("\"nodename\":\"other\",\"instance\":\"10.0.0.3:9100\"", "0.75"));
    answers.results.put(
        "sum by (instance) (ipmi", Answers.series("\"instance\":\"10.0.0.1\"", "140"));
    answers.results.put(
        "sum by (pod_namespace, pod_name)",
        Answers.series("\"pod_namespace\":\"default\",\"pod_name\":\"p1\"", "3.5")
            + ","
            + Answers.series("\"pod_namespace\":\"default\",\"pod_name\":\"gone\"", "1"));
    answers.results.put(
        "sum by (function_name, origin_zone, zone) (rate(gateway_function_invocation_total[60s]))",
        Answers.series("\"function_name\":\"res-net.openfaas-fn\"", "20")
            + ","
            + Answers.series(
                "\"function_name\":\"ocr.openfaas-fn\",\"zone\":\"zone-b\",\"origin_zone\":\"x\"",
                "1"));
    answers.results.put(
        "sum by (function_name, origin_zone, zone) (rate(gateway_functions_seconds_sum",
        Answers.series("\"function_name\":\"res-net.openfaas-fn\"", "0.125"));
    PrometheusSource source = source(directory);
    assertThat(source.missing()).isPresent();
    source.round();
    assertThat(sink.samples)
        .containsExactly(
            new Sample("cpuTime", "u1", Instant.ofEpochMilli(1_777_629_595_500L), 12.5e9),
            new Sample("nodeCpu", "n1", NOW, 0.25),
            new Sample("nodeCpu", "n2", NOW, 0.5),
            new Sample("nodeWatts", "n1", NOW, 140),
            new Sample("podWatts", "u1", NOW, 3.5));
    assertThat(sink.traffic)
        .containsExactly(
            new Traffic("res_net", "", "zone-a", 20, 0.125),
            new Traffic("ocr", "x", "zone-b", 1, Double.NaN));
    assertThat(source.missing()).isEmpty();
    assertThat(source.problems()).isEmpty();
    assertThat(answers.server.requests())
        .hasSize(Figure.values().length)
        .allSatisfy(
            request -> assertThat(Answers.parameter(request, "time")).isEqualTo("1777629600.250"));
    source.close();
  }

  @Test
  void withoutADirectoryNamesAreTakenAsTheyAre() {
    answers.results.put(
        "sum by (namespace, pod)", Answers.series("\"namespace\":\"d\",\"pod\":\"p1\"", "1"));
    answers.results.put("1 - avg", Answers.series("\"instance\":\"n9:9100\"", "NaN"));
    PrometheusSource source = source(Names.AS_TOLD);
    source.round();
    assertThat(sink.samples).containsExactly(new Sample("cpuTime", "p1", NOW, 1e9));
    source.close();
  }

  @Test
  void withSeveralZonesAFunctionWithoutOneIsInNone() {
    node("n1", "zone-a", "a");
    node("n2", "zone-b", "b");
    answers.results.put("requests", Answers.series("\"function\":\"f\"", "2"));
    PrometheusSource source = source(directory, "edgewatt_cluster_query_requests", "requests");
    source.round();
    assertThat(sink.traffic).containsExactly(new Traffic("f", "", "", 2, Double.NaN));
    source.close();
  }

  @Test
  void aQueryCanBeSetOrLeftOut() {
    PrometheusSource source =
        source(
            Names.AS_TOLD,
            "edgewatt_cluster_query_pod_cpu",
            "none",
            "edgewatt_cluster_query_node_cpu",
            "mine[{{window}}]",
            "edgewatt_cluster_prometheus_window",
            "90",
            "edgewatt_cluster_prometheus_token",
            "sesame");
    source.round();
    assertThat(answers.server.requests()).hasSize(Figure.values().length - 1);
    assertThat(answers.server.requests())
        .anyMatch(request -> Answers.parameter(request, "query").equals("mine[90s]"))
        .allMatch(request -> request.header("Authorization").equals("Bearer sesame"));
    source.close();
  }

  @Test
  void aQueryThatIsRefusedLeavesTheOthers() {
    answers.results.put("1 - avg", Answers.series("\"nodename\":\"n1\"", "0.5"));
    PrometheusSource source = source(Names.AS_TOLD);
    answers.server.fail(
        "/",
        request ->
            Answers.parameter(request, "query").startsWith("sum by (namespace")
                ? Fault.status(400, "{\"status\":\"error\",\"error\":\"parse\\nerror\"}")
                : null);
    source.round();
    assertThat(sink.samples("nodeCpu")).hasSize(1);
    assertThat(source.problems())
        .singleElement()
        .asString()
        .endsWith(", edgewatt_cluster_query_pod_cpu: status 400: parse error");
    answers.server.heal("/");
    source.round();
    assertThat(source.problems()).isEmpty();
    source.close();
  }

  @ParameterizedTest
  @CsvSource({
    "silent, no answer within 500 ms",
    "html, status 200",
    "truncated, unexpected end of stream",
    "oversized, more than 32 MiB",
    "closed, unexpected end of stream",
    "unavailable, status 503",
  })
  void aPrometheusThatMisbehavesIsToldOfAndAskedAgain(String fault, String why) {
    answers.results.put("1 - avg", Answers.series("\"nodename\":\"n1\"", "0.5"));
    PrometheusSource source =
        source(
            Names.AS_TOLD,
            "edgewatt_cluster_prometheus_timeout",
            fault.equals("silent") ? "0.5" : "10");
    answers.server.fail(
        "/",
        request ->
            switch (fault) {
              case "silent" -> Fault.silent();
              case "html" -> Fault.html();
              case "truncated" -> Fault.truncated();
              case "oversized" -> Fault.oversized();
              case "closed" -> Fault.closed();
              default -> Fault.status(503, "");
            });
    source.round();
    assertThat(source.problems().get(0))
        .startsWith("Prometheus at http://127.0.0.1:")
        .contains(why)
        .doesNotContain("\n");
    assertThat(source.missing()).isPresent();
    assertThat(sink.samples).isEmpty();
    answers.server.heal("/");
    source.round();
    assertThat(source.problems()).isEmpty();
    assertThat(sink.samples("nodeCpu")).hasSize(1);
    source.close();
  }

  @Test
  void whatAnswersAnotherKindIsRefused() {
    PrometheusSource source = source(Names.AS_TOLD);
    answers.server.fail(
        "/",
        request ->
            Fault.status(200, "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\"}}"));
    source.round();
    assertThat(source.problems()).hasSize(Figure.values().length);
    assertThat(source.problems().get(0)).contains("no vector");
    source.close();
  }

  @Test
  void settingsThatAreWrongAreOneLine() {
    assertThatThrownBy(() -> PrometheusSettings.of(new Environment(Map.of())))
        .hasMessageStartingWith("edgewatt_cluster_prometheus_url is not set");
    assertThatThrownBy(
            () ->
                PrometheusSettings.of(
                    new Environment(Map.of("edgewatt_cluster_prometheus_url", "localhost:9090"))))
        .hasMessageStartingWith("edgewatt_cluster_prometheus_url is no address");
    assertThatThrownBy(
            () ->
                PrometheusSettings.of(
                    new Environment(
                        Map.of(
                            "edgewatt_cluster_prometheus_url",
                            "http://p",
                            "edgewatt_cluster_prometheus_interval",
                            "-1"))))
        .hasMessageStartingWith("edgewatt_cluster_prometheus_interval is '-1'");
  }
}
