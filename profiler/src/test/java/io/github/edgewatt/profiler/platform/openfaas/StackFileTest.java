package io.github.edgewatt.profiler.platform.openfaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackFileTest {
  private static final String LABEL = "io.github.edgewatt.profile: \"true\"";

  @TempDir Path folder;

  @Test
  void tellsWhatToProfileAndHow() throws Exception {
    Files.writeString(folder.resolve("vars.yml"), "environment:\n  level: 3\n  mode: file\n");
    Files.write(folder.resolve("in.bin"), new byte[] {1, 2, 3});
    StackFile stack =
        read(
            """
            version: 1.0
            provider: {name: openfaas, gateway: "http://127.0.0.1:8080"}
            x-common: &common
              labels:
                io.github.edgewatt.profile: "true"
                tier: edge
            functions:
              figlet:
                <<: *common
                lang: java-quarkus-funqy
                handler: ./functions/figlet
                image: ${REGISTRY:-docker.io/example}/figlet:${TAG:-1.10}
                fprocess: java -jar app.jar
                environment:
                  mode: stack
                  ratio: 1.10
                  on: yes
                  empty:
                environment_file: [vars.yml]
                limits: {memory: 64Mi, cpu: 100m}
                requests: {memory: 32Mi}
                secrets: [token]
                constraints: ["node=edge"]
                readonly_root_filesystem: true
                annotations:
                  topic: demo
                  io.github.edgewatt.method: POST
                  io.github.edgewatt.content-type: application/json
                  io.github.edgewatt.body: '"Hello"'
                  io.github.edgewatt.path: /a?b=c
                build_options: [x]
              thumbnail:
                <<: *common
                image: example/thumbnail
                annotations: {io.github.edgewatt.body-file: in.bin}
              plain:
                labels: {io.github.edgewatt.profile: "true"}
                image: example/plain
              other:
                image: example/other
            """,
            Map.of("TAG", "2.0"));
    assertThat(stack.others()).containsExactly("other");
    assertThat(stack.profiled())
        .extracting(f -> f.request().name())
        .containsExactly("figlet", "thumbnail", "plain");
    StackFunction figlet = stack.profiled().get(0);
    assertThat(figlet.request().method()).isEqualTo("POST");
    assertThat(figlet.request().path()).isEqualTo("/a?b=c");
    assertThat(figlet.request().contentType()).isEqualTo("application/json");
    assertThat(new String(figlet.request().body(), StandardCharsets.UTF_8)).isEqualTo("\"Hello\"");
    assertThat(figlet.deployment().json("team-a"))
        .isEqualTo(
            "{\"service\":\"figlet\",\"image\":\"docker.io/example/figlet:2.0\","
                + "\"namespace\":\"team-a\",\"envProcess\":\"java -jar app.jar\","
                + "\"envVars\":{\"empty\":\"\",\"level\":\"3\",\"mode\":\"file\",\"on\":\"yes\","
                + "\"ratio\":\"1.10\"},"
                + "\"labels\":{\"io.github.edgewatt.profile\":\"true\",\"tier\":\"edge\"},"
                + "\"annotations\":{\"io.github.edgewatt.body\":\"\\\"Hello\\\"\","
                + "\"io.github.edgewatt.content-type\":\"application/json\","
                + "\"io.github.edgewatt.method\":\"POST\","
                + "\"io.github.edgewatt.path\":\"/a?b=c\",\"topic\":\"demo\"},"
                + "\"limits\":{\"cpu\":\"100m\",\"memory\":\"64Mi\"},"
                + "\"requests\":{\"memory\":\"32Mi\"},\"secrets\":[\"token\"],"
                + "\"constraints\":[\"node=edge\"],\"readOnlyRootFilesystem\":true}");
    assertThat(stack.profiled().get(1).request().body()).containsExactly(1, 2, 3);
    assertThat(stack.profiled().get(2).request()).isEqualTo(PLAIN);
  }

  private static final FunctionSpec PLAIN =
      new FunctionSpec("plain", "GET", "/", "text/plain", new byte[0]);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "io.github.edgewatt.method: HEAD | method 'HEAD' is not GET, POST",
        "io.github.edgewatt.path: x | path 'x' is not a path from /",
        "io.github.edgewatt.content-type: text | content-type 'text' is not a media type",
        "io.github.edgewatt.body-file: ../secret | lies outside the stack file's folder",
        "io.github.edgewatt.body-file: absent.bin | cannot read file 'absent.bin' (NoSuchFile",
        "io.github.edgewatt.body-file: /etc/passwd | lies outside the stack file's folder",
        "io.github.edgewatt.body-file: large.bin | is over 256 KiB",
        "{io.github.edgewatt.body: a, io.github.edgewatt.body-file: b} | not both",
        "[a] | annotations is not a mapping",
        "{a: [b]} | annotations.a is no text",
      })
  void tellsWhichAnnotationIsWrong(String annotations, String why) throws IOException {
    Files.write(folder.resolve("large.bin"), new byte[(256 << 10) + 1]);
    Files.writeString(folder.resolveSibling("secret"), "x");
    String text =
        "functions:\n  figlet:\n    image: a\n    labels: {%s}\n    annotations:\n      %s\n"
            .formatted(LABEL, annotations);
    assertThatThrownBy(() -> read(text, Map.of()))
        .isInstanceOf(PlatformException.class)
        .hasMessageStartingWith(folder.resolve("stack.yml") + ": function figlet: ")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fig_let: {image: a, labels: {LABEL}} | its name is not made of a-z, 0-9 and -",
        "figlet: {labels: {LABEL}} | function figlet: it has no image",
        "figlet: {image: a, labels: {LABEL, x: 'a b'}} | label x has a value that is not 63",
        "figlet: {image: a, namespace: y, labels: {LABEL}} | run with --namespace y",
        "figlet: {image: a, environment_file: e.yml, labels: {LABEL}} | cannot read file 'e.yml'",
        "figlet: a | function figlet is not a mapping",
        "figlet: {image: a} | has no function with the label",
        "figlet: {image: '${A/b/c}', labels: {LABEL}} | line 2: only ${NAME} and ${NAME:-default}",
        "figlet: {image: a, image: b} | line 2: found duplicate key image",
        "figlet: {image: [a | line 4: ",
      })
  void tellsWhichFunctionIsWrong(String function, String why) {
    String text = "functions:\n  " + function.replace("LABEL", LABEL) + "\n\n";
    assertThatThrownBy(() -> read(text, Map.of()))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
  }

  @Test
  void refusesWhatIsNoStackFile() throws Exception {
    assertThatThrownBy(() -> StackFile.read(folder.resolve("absent.yml"), Map.of(), ""))
        .hasMessage("there is no stack file " + folder.resolve("absent.yml") + " (--stack)");
    assertThatThrownBy(() -> StackFile.read(folder, Map.of(), ""))
        .hasMessageStartingWith("cannot read ");
    assertThatThrownBy(() -> read("just text", Map.of())).hasMessageContaining("not a YAML");
    assertThatThrownBy(() -> read("a: " + "x".repeat(1 << 20), Map.of()))
        .hasMessageContaining("over 1 MiB");
    String bomb =
        "a: &a [x, x, x, x, x, x, x, x, x]\n"
            + "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n".repeat(1)
            + "c: ["
            + "*b, ".repeat(300)
            + "*b]\n";
    assertThatThrownBy(() -> read(bomb, Map.of())).isInstanceOf(PlatformException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${A} | one",
        "${B} | ''",
        "${B:-two} | two",
        "${E:-two} | two",
        "${E-two} | ''",
        "${B-two} | two",
        "${B:=two} | two",
        "${A:-two} | one",
        "${B:-http://x:1/y?z} | http://x:1/y?z",
        "$${A} | ${A}",
        "$A costs $5 | $A costs $5",
      })
  void putsVariablesIn(String text, String expected) throws Exception {
    assertThat(Substitution.apply("here", text, Map.of("A", "one", "E", ""))).isEqualTo(expected);
  }

  private StackFile read(String text, Map<String, String> environment)
      throws IOException, PlatformException {
    Path file = Files.writeString(folder.resolve("stack.yml"), text);
    return StackFile.read(file, environment, "team-a");
  }
}
