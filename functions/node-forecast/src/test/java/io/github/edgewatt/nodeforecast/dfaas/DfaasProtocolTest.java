package io.github.edgewatt.nodeforecast.dfaas;

import static io.github.edgewatt.nodeforecast.Calls.call;
import static io.github.edgewatt.nodeforecast.Calls.get;
import static io.github.edgewatt.nodeforecast.Calls.refusal;
import static io.github.edgewatt.nodeforecast.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.nodeforecast.Shelves;
import io.github.edgewatt.nodeforecast.TestModels;
import io.github.edgewatt.nodeforecast.protocol.Call;
import io.github.edgewatt.nodeforecast.protocol.Protocol;
import io.github.edgewatt.nodeforecast.protocol.Reply;
import io.github.edgewatt.nodeforecast.store.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DfaasProtocolTest {
  private static final Map<String, List<String>> GROUPS =
      Map.of("HIGH_USAGE", List.of("figlet", "env"), "1", List.of("unheard"), "LOW", List.of());

  private static Protocol served(TrainedModel model, ModelsType type) {
    Snapshot models = Shelves.of(Map.of("only", model));
    return new DfaasProtocol(() -> models, type, Map.of());
  }

  private static Protocol grouped(TrainedModel model) {
    Snapshot models = Shelves.of(Map.of("only", model));
    return new DfaasProtocol(() -> models, ModelsType.REGRESSION, GROUPS);
  }

  private static String asked(Protocol protocol, String path, String body) {
    return text(protocol.answer(call("GET", path, body)));
  }

  @Test
  void saysThatItIsReady() {
    Reply reply = served(TestModels.power(), ModelsType.REGRESSION).answer(get("/"));
    assertThat(text(reply)).isEqualTo("DFaaS Forecaster ready.");
    assertThat(reply.contentType()).startsWith("text/plain");
    Snapshot none = Shelves.of(Map.of());
    assertThat(refusal(new DfaasProtocol(() -> none, ModelsType.REGRESSION, Map.of()), get("/")))
        .startsWith("503 no model is loaded");
  }

  /** MID is 1: 2 a request of HIGH, 1 of LOW, 3 of MEDIUM, and 100 for the code. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'rate_group_HIGH_USAGE': 10, 'rate_group_LOW_USAGE': 20, 'rate_group_MEDIUM_USAGE': 30, 'node_type': 1}",
        "{'node_type': 1, 'rate_group_MEDIUM_USAGE': 30, 'rate_group_LOW_USAGE': 20, 'rate_group_HIGH_USAGE': 10}",
        "{'node_type': 'MID', 'rate_group_LOW_USAGE': 20.0, 'rate_group_MEDIUM_USAGE': 30, 'rate_group_HIGH_USAGE': 1e1}",
      })
  void groupsAreKnownByTheirNamesWhateverTheirOrder(String body) {
    Protocol protocol = served(TestModels.groups(), ModelsType.REGRESSION);
    assertThat(asked(protocol, "/cpu_usage_node", body)).isEqualTo("[{\"cpu_usage_node\":230.0}]");
    assertThat(asked(protocol, "/node_usage", body))
        .isEqualTo(
            "[{\"cpu_usage_node\":230.0,\"ram_usage_node\":null,\"power_usage_node\":null}]");
    assertThat(protocol.answer(call("POST", "/node_usage", body)).headers()).isEmpty();
  }

  @Test
  void answersTheKindOfFigureAskedFor() {
    String body = "{'rate_function_env': 10, 'rate_function_figlet': 20.005, 'node_type': 2}";
    assertThat(asked(served(TestModels.power(), ModelsType.REGRESSION), "/node_usage", body))
        .isEqualTo(
            "[{\"cpu_usage_node\":45.0,\"ram_usage_node\":1.002E9,\"power_usage_node\":1.5001E7}]");
    assertThat(asked(served(TestModels.power(), ModelsType.QUANTILE005), "/cpu_usage_node", body))
        .isEqualTo("[{\"cpu_usage_node\":35.0}]");
    assertThat(asked(served(TestModels.power(), ModelsType.QUANTILE095), "/power_usage_node", body))
        .isEqualTo("[{\"power_usage_node\":3.5001E7}]");
  }

  @Test
  void sharesAGroupsRateAmongItsFunctions() {
    // 20/s shared evenly: 10 of figlet at 1 %, 10 of env at 0.5 %, over 40 % at rest.
    assertThat(
            asked(
                grouped(TestModels.power()),
                "/cpu_usage_node",
                "{'rate_group_HIGH_USAGE': 20, 'rate_group_LOW_USAGE': 5, 'rate_group_1_USAGE': 3,"
                    + "'node_type': 1}"))
        .isEqualTo("[{\"cpu_usage_node\":55.0}]");
  }

  @Test
  void warnsInAHeader() {
    Protocol protocol = served(TestModels.groups(), ModelsType.REGRESSION);
    Reply within =
        protocol.answer(
            call(
                "GET",
                "/node_usage",
                "{'rate_group_HIGH_USAGE': 100, 'rate_group_LOW_USAGE': 0,"
                    + "'rate_group_MEDIUM_USAGE': 0, 'node_type': 1}"));
    assertThat(within.headers()).doesNotContainKey(DfaasProtocol.WARNINGS);
    Reply beyond =
        protocol.answer(
            call(
                "GET",
                "/node_usage",
                "{'rate_group_HIGH_USAGE': 250, 'rate_group_LOW_USAGE': 0,"
                    + "'rate_group_MEDIUM_USAGE': 0, 'node_type': 1}"));
    assertThat(beyond.headers().get(DfaasProtocol.WARNINGS))
        .isEqualTo("extrapolated: figlet at 250/s is beyond the 100/s it was trained on");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'rate_group_HIGH_USAGE': 1, 'rate_group_LOW_USAGE': 2, 'node_type': 1} | 400 rate_group_MEDIUM_USAGE is missing: send each group's rate, 0 where none",
        "{'rate_group_HIGH_USAGE': 1, 'rate_group_LOW_USAGE': 2, 'rate_group_MEDIUM_USAGE': -3, 'node_type': 1} | 400 rate_group_MEDIUM_USAGE is -3: requests per second, a number of 0 or more",
        "{'rate_group_HIGH_USAGE': '1'} | 400 rate_group_HIGH_USAGE is \"1\": requests per second, a number of 0 or more",
        "{'rate_group_HIGH_USAGE': 1e999} | 400 rate_group_HIGH_USAGE is ",
        "{'rate_group_HIGHER_USAGE': 1} | 400 the model has no 'rate_group_HIGHER_USAGE': send node_type and rate_group_HIGH_USAGE, rate_group_LOW_USAGE, rate_group_MEDIUM_USAGE, rate_function_curl",
        "{'node_type': 1} | 400 no rates: send node_type and rate_group_HIGH_USAGE",
        "{'rate_function_env': 1} | 400 node_type is missing: LIGHT or 2, MID or 1",
        "{'rate_function_env': 1, 'node_type': 0} | 400 node_type 0 is not known: LIGHT or 2, MID or 1",
        "{'rate_function_env': 1, 'node_type': 1.5} | 400 node_type 1.5 is not known: LIGHT or 2, MID or 1",
        "{'rate_function_env': 1, 'node_type': 'HEAVY'} | 400 node_type \"HEAVY\" is not known: LIGHT or 2, MID or 1",
        "{'rate_group_HIGH_USAGE': 1, 'rate_group_HIGH_USAGE': 2} | 400 the body is not JSON: Duplicate field",
        "[] | 400 the body is JSON but no object",
      })
  void refusesWhatIsWrong(String body, String refusal) {
    Protocol protocol = served(TestModels.groups(), ModelsType.REGRESSION);
    assertThat(refusal(protocol, call("GET", "/node_usage", body))).startsWith(refusal);
  }

  @Test
  void saysWhatAModelCannotAnswer() {
    Protocol protocol = served(TestModels.withoutPower(), ModelsType.REGRESSION);
    String body = "{'rate_function_env': 1, 'node_type': 1}";
    assertThat(refusal(protocol, call("GET", "/power_usage_node", body)))
        .isEqualTo("404 model only forecasts no power_usage_node for this node");
    assertThat(refusal(protocol, call("GET", "/node_usage", "{'rate_group_LOW_USAGE': 1}")))
        .endsWith("rate_function_figlet; --groups teaches it groups");
    assertThat(refusal(protocol, call("PUT", "/node_usage", body))).startsWith("405 ");
  }

  @Test
  void severalModelsAreToldApartByTheQuery() {
    Snapshot models = Shelves.of(Map.of("a", TestModels.power(), "b", TestModels.withoutPower()));
    Protocol protocol = new DfaasProtocol(() -> models, ModelsType.REGRESSION, Map.of());
    byte[] body = "{\"rate_function_env\":1,\"node_type\":1}".getBytes(StandardCharsets.UTF_8);
    Call unnamed = new Call("GET", List.of("node_usage"), Map.of(), Map.of(), body);
    assertThat(refusal(protocol, unnamed))
        .isEqualTo("400 several models are loaded: name one of a, b");
    Call named = new Call("GET", List.of("node_usage"), Map.of(), Map.of("model", "b"), body);
    assertThat(text(protocol.answer(named))).contains("\"power_usage_node\":null");
    Call wrong = new Call("GET", List.of("node_usage"), Map.of(), Map.of("model", "c"), body);
    assertThat(refusal(protocol, wrong)).startsWith("404 no model c");
  }

  @Test
  void typesHaveUpstreamsNames() {
    assertThat(ModelsType.named("regression")).isEqualTo(ModelsType.REGRESSION);
    assertThat(ModelsType.named(" QUANTILE095 ")).isEqualTo(ModelsType.QUANTILE095);
    assertThatThrownBy(() -> ModelsType.named("median"))
        .hasMessage("models type 'median': regression, quantile005 or quantile095");
  }
}
