package io.github.edgewatt.workloads.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both stack files against functions.json, the templates and the platform's limits. */
class StackFileTest {
  private static final String OURS = "io.github.edgewatt.";

  @Test
  void everyWorkloadIsDeployedOnceAndCalledAsFunctionsJsonSays() throws IOException {
    Map<String, JsonNode> deployed = new HashMap<>();
    Map<String, String> twins = new HashMap<>();
    for (String file : List.of("stack.yml", "stack.more.yml")) {
      Stack.read(file, Map.of())
          .workloads()
          .forEach(
              (name, function) -> {
                if (function.get("lang").asText().equals("java-maven")) {
                  twins.put(name, name.replace("-maven", ""));
                } else {
                  assertThat(deployed.put(name, function)).as(name).isNull();
                  assertThat(function.at("/environment/EDGEWATT_FUNCTION").asText())
                      .isEqualTo(name);
                }
              });
    }
    List<String> served = new ArrayList<>();
    for (JsonNode entry : new ObjectMapper().readTree(Path.of("functions.json").toFile())) {
      String name = entry.get("name").asText();
      served.add(name);
      assertThat(calls(deployed.get(name))).as(name).isEqualTo(expected(entry));
      twins.entrySet().removeIf(twin -> twin.getValue().equals(name));
    }
    assertThat(deployed.keySet()).containsExactlyInAnyOrderElementsOf(served);
    assertThat(twins).as("twins of nothing").isEmpty();
  }

  @Test
  void aTwinIsCalledLikeItsSibling() {
    Map<String, JsonNode> functions = Stack.read("stack.yml", Map.of()).functions();

    assertThat(calls(functions.get("shasum-maven"))).isEqualTo(calls(functions.get("shasum")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack.yml", "stack.more.yml"})
  void keepsWithinThePlatformsLimits(String file) {
    Stack stack = Stack.read(file, Map.of());

    assertThat(stack.functions()).hasSizeLessThanOrEqualTo(15);
    stack
        .functions()
        .forEach(
            (name, function) -> {
              assertThat(name).matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
              assertThat(function.at("/labels/com.openfaas.scale.min").asText()).isEqualTo("1");
              assertThat(function.at("/labels/com.openfaas.scale.max").asText()).isEqualTo("1");
              assertThat(function.get("readonly_root_filesystem").asBoolean()).isTrue();
              for (JsonNode label : function.get("labels")) {
                assertThat(label.isTextual()).as("%s: labels are strings", name).isTrue();
                assertThat(label.asText()).hasSizeLessThanOrEqualTo(63);
              }
              for (String kind : List.of("limits", "requests")) {
                assertThat(function.at("/" + kind + "/memory").asText()).matches("\\d+Mi");
                assertThat(function.at("/" + kind + "/cpu").asText()).matches("\\d+m");
              }
              timesOutInOrder(name, function.get("environment"));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack.yml", "stack.more.yml"})
  void namesTemplatesAndHandlersThereAre(String file) {
    Stack.read(file, Map.of())
        .functions()
        .forEach(
            (name, function) -> {
              Path template = Stack.HOME.resolve("template").resolve(function.get("lang").asText());
              Path handler = Stack.HOME.resolve(function.get("handler").asText());
              assertThat(template.resolve("Dockerfile")).exists();
              assertThat(handler.resolve("pom.xml")).exists();
              JsonNode arguments = function.path("build_args");
              String project = arguments.path("PROJECT").asText(".");
              assertThat(handler.resolve(project).resolve("pom.xml")).as(name).exists();
              String application = arguments.path("APPLICATION").asText(project);
              assertThat(handler.resolve(application).resolve("src/main")).as(name).exists();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "collector-ingest",
        "node-scoring",
        "node-forecast",
        "weight-calc",
        "scale-place",
        "yolo-consume"
      })
  void anImageIsBuiltFromAllTheFunctionLooksAt(String name) throws IOException {
    Path function = Stack.HOME.resolve("functions").resolve(name);
    Set<String> needed = new TreeSet<>(Set.of("functions/" + name));
    addOurs(function, needed);
    Path image = function.resolve("container/image/pom.xml");

    assertThat(found(image, "<module>../([^<]+)</module>"))
        .containsExactlyInAnyOrderElementsOf(needed);
    for (String module : needed) {
      Path copied = function.resolve("container").resolve(module);
      Path original = Stack.HOME.resolve(module);
      assertThat(copied.resolve("pom.xml").toRealPath())
          .isEqualTo(original.resolve("pom.xml").toRealPath());
      assertThat(copied.resolve("src").toRealPath())
          .isEqualTo(original.resolve("src").toRealPath());
    }
  }

  private static void addOurs(Path module, Set<String> needed) throws IOException {
    String name = found(module.resolve("pom.xml"), "<artifactId>edgewatt-([a-z-]+)<").get(0);
    for (String other : found(module.resolve("pom.xml"), "<artifactId>edgewatt-([a-z-]+)<")) {
      String place = Files.isDirectory(Stack.HOME.resolve(other)) ? other : "functions/" + other;
      if (!other.equals(name) && needed.add(place)) {
        addOurs(Stack.HOME.resolve(place), needed);
      }
    }
  }

  private static List<String> found(Path file, String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(file))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void registryTagAndGatewayAreTheUsersToChoose() throws IOException {
    Stack usual = Stack.read("stack.yml", Map.of());
    Stack own =
        Stack.read(
            "stack.yml",
            Map.of("REGISTRY", "127.0.0.1:5000", "TAG", "dev", "OPENFAAS_URL", "http://gw:31112"));

    assertThat(usual.root().at("/provider/gateway").asText()).isEqualTo("http://127.0.0.1:8080");
    assertThat(own.root().at("/provider/gateway").asText()).isEqualTo("http://gw:31112");
    assertThat(usual.functions().get("figlet").get("image").asText()).endsWith("/workloads:0.1.0");
    assertThat(own.functions().get("figlet").get("image").asText())
        .isEqualTo("127.0.0.1:5000/workloads:dev");
    assertThat(Files.readString(Stack.HOME.resolve("stack.yml"))).doesNotContain("${REGISTRY}");
  }

  @ParameterizedTest
  @CsvSource({"${A:-b:c}, b:c", "${A}, ''", "x${B:-b}y, xsety", "$A, $A"})
  void substitutesAsFaasCliDoes(String text, String expected) {
    assertThat(Stack.substituted(text, Map.of("B", "set", "A", ""))).isEqualTo(expected);
  }

  private static void timesOutInOrder(String name, JsonNode environment) {
    Duration exec = duration(environment, "exec_timeout");
    Duration write = duration(environment, "write_timeout");
    Duration interval = duration(environment, "healthcheck_interval");
    assertThat(exec).as(name).isLessThanOrEqualTo(write);
    assertThat(exec).as(name).isLessThanOrEqualTo(duration(environment, "read_timeout"));
    // Kubernetes kills 30 s after SIGTERM unless told otherwise.
    assertThat(interval.plus(write)).as(name).isLessThan(Duration.ofSeconds(30));
  }

  private static Duration duration(JsonNode environment, String name) {
    return Duration.parse("PT" + environment.get(name).asText().toUpperCase(Locale.ROOT));
  }

  private static List<String> calls(JsonNode function) {
    return List.of(
        function.at("/annotations/" + OURS + "method").asText(),
        function.at("/annotations/" + OURS + "path").asText(),
        function.at("/annotations/" + OURS + "content-type").asText(),
        function.at("/annotations/" + OURS + "body").asText());
  }

  private static List<String> expected(JsonNode entry) {
    return List.of(
        entry.get("method").asText(),
        entry.get("path").asText(),
        entry.get("contentType").asText(),
        entry.get("body").asText());
  }
}
