package io.github.edgewatt.profiler.measure.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueriesTest {
  private static final Set<String> FUNCTION = Set.of("function", "namespace");

  @TempDir private Path folder;

  @Test
  void theOwnFileNamesFourDialects() {
    Queries own = Queries.standard();
    assertThat(own.dialects())
        .extracting(Dialect::name)
        .containsExactly("kubelet", "standalone", "faasd", "docker");
    assertThat(own.replicas().fill(Dialect.values("figlet", "openfaas-fn")))
        .isEqualTo("gateway_service_count{function_name=\"figlet.openfaas-fn\"}");
    assertThat(own.dialects().get(0).cpu().metric()).isEqualTo("container_cpu_usage_seconds_total");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m{a=\"{{function}}\"} | x\"y\\z | m{a=\"x\\\"y\\\\z\"}",
        "m{a=~\"{{function}}\"} | a.b | m{a=~\"a\\\\.b\"}",
        "m{a!~\"{{function}}-.*\"} | a\\b | m{a!~\"a\\\\\\\\b-.*\"}",
        "m{a=\"{{function}}.{{namespace}}\"} | $1 | m{a=\"$1.ns\"}",
        "m{b=\"q\",a=\"/{{namespace}}/{{function}}\"} | f(x) | m{b=\"q\",a=\"/ns/f(x)\"}",
        "m{a=~\"{{function}}-{{namespace}}\"} | f(x)+ | m{a=~\"f\\\\(x\\\\)\\\\+-ns\"}",
      })
  void escapesValuesForWhereTheyStand(String template, String function, String expected) {
    assertThat(
            QueryTemplate.of(template, FUNCTION)
                .fill(Map.of("function", function, "namespace", "ns")))
        .isEqualTo(expected);
  }

  @Test
  void aValueNeverLeavesItsQuotes() {
    String evil = "x\"} or up{a=\"\n";
    String filled =
        QueryTemplate.of("m{a=\"{{function}}\"}", FUNCTION).fill(Map.of("function", evil));
    assertThat(filled).isEqualTo("m{a=\"x\\\"} or up{a=\\\"\\n\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cpu: container_cpu_usage_seconds_total{id= | cpus: x{id= | unknown key",
        "replicas: | replica: | unknown key 'replica'",
        "  usage: container_memory_usage_bytes{id= | # usage{id= | missing key",
        "id=\"/{{namespace}}/{{function}}\" | id=\"/{{name}}\" | unknown placeholder {{name}}",
        "id=\"/{{namespace}}/{{function}}\" | id=\"/{{node}}\" | unknown placeholder {{node}}",
        "id=\"/{{namespace}}/{{function}}\" | id=\"/{{function}\" | is written like {{function}}",
        "node_load{ | node_load{ | ",
        "gateway_service_count{function_name= | m{{function}}{a= | must stand inside the quotes",
        "gateway_service_count{ | sum(gateway_service_count{ | without functions or ranges",
        "node: | node: 7 # | is not YAML, see its line",
      })
  void saysInOneLineWhatIsWrongWithAUsersFile(String found, String put, String expected)
      throws Exception {
    String text = Queries.standardText().replace(found, put);
    Path file = Files.writeString(folder.resolve("mine.yml"), text);
    if (expected == null) {
      assertThat(Queries.read(file).dialects()).hasSize(4);
      return;
    }
    assertThatThrownBy(() -> Queries.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("queries file " + file)
        .hasMessageContaining(expected)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aUsersOwnDialectsReplaceOurs() throws Exception {
    String text =
        Queries.standardText().replaceAll("(?s)functions:.*", "")
            + """
            functions:
              nomad:
                cpu: nomad_cpu_seconds_total{task="{{function}}"}
                working_set: nomad_rss{task="{{function}}"}
                usage: nomad_usage{task="{{function}}"}
                last_seen: nomad_seen{task="{{function}}"}
            """;
    Queries mine = Queries.read(Files.writeString(folder.resolve("mine.yml"), text));
    assertThat(mine.dialects()).extracting(Dialect::name).containsExactly("nomad");
    assertThatThrownBy(
            () ->
                Queries.read(
                    Files.writeString(
                        folder.resolve("none.yml"),
                        text.replaceAll("(?s)functions:.*", "functions: {}\n"))))
        .hasMessageContaining("'functions' needs a dialect");
    assertThatThrownBy(
            () ->
                Queries.read(
                    Files.writeString(
                        folder.resolve("empty.yml"), text.replaceAll("replicas: .*", "replicas:"))))
        .hasMessageContaining("'replicas' must be a selector");
  }
}
