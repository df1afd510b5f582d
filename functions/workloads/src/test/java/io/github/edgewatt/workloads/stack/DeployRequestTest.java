package io.github.edgewatt.workloads.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code faas-cli up} sends for our stack files, against what it and a gateway recorded. */
class DeployRequestTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path RECORDED = Stack.HOME.resolve("../shared/real/openfaas");

  /** Method and body of a recorded request. */
  record Sent(String method, JsonNode body) {}

  private List<Sent> byFaasCli;
  private JsonNode byHand;

  @BeforeEach
  void read() throws IOException {
    assumeTrue(Files.isDirectory(RECORDED), "no recorded exchanges at ../shared/real/openfaas");
    byFaasCli = sent(Files.readString(RECORDED.resolve("faas-cli-build-up.txt")));
    String posts = Files.readString(RECORDED.resolve("system-functions-post-put.txt"));
    Matcher first = Pattern.compile("(?m)^> \\(body\\) (\\{.*})$").matcher(posts);
    assertThat(first.find()).isTrue();
    byHand = JSON.readTree(first.group(1));
  }

  private static List<Sent> sent(String transcript) throws IOException {
    Matcher request =
        Pattern.compile("(?m)^(PUT|POST) \\S+/system/functions$(?:\\n(?!\\{).*)*\\n(\\{.*})$")
            .matcher(transcript);
    List<Sent> all = new ArrayList<>();
    while (request.find()) {
      all.add(new Sent(request.group(1), JSON.readTree(request.group(2))));
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack.yml", "stack.more.yml"})
  void everyFieldIsOneThatAGatewayTook(String file) {
    assertThat(byFaasCli).extracting(Sent::method).containsExactly("PUT", "POST");
    assertThat(byFaasCli.get(0).body()).isEqualTo(byFaasCli.get(1).body());
    JsonNode recorded = byFaasCli.get(0).body();
    Stack stack = Stack.read(file, Map.of());
    for (String name : stack.functions().keySet()) {
      ObjectNode ours = stack.deployment(name);
      assertThat(names(ours)).as(name).containsAll(names(recorded));
      ours.properties().forEach(e -> sameKind(name, e.getKey(), e.getValue()));
    }
  }

  private void sameKind(String function, String field, JsonNode value) {
    JsonNode known = byHand.has(field) ? byHand.get(field) : byFaasCli.get(0).body().path(field);
    assertThat(value.getNodeType()).as("%s: %s", function, field).isEqualTo(known.getNodeType());
    if (value.isObject()) {
      // The gateway refuses a map with anything but strings.
      assertThat(value.properties())
          .as("%s: %s", function, field)
          .isNotEmpty()
          .allMatch(e -> e.getValue().isTextual());
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
