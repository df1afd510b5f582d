package io.github.edgewatt.scoring.power.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.fixtures.Fault;
import io.github.edgewatt.fixtures.StandInServer;
import io.github.edgewatt.fixtures.StandInServer.Reply;
import io.github.edgewatt.scoring.power.PowerSource;
import io.github.edgewatt.scoring.power.PowerSource.Kind;
import io.github.edgewatt.scoring.power.Sources;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RestModelsTest {
  private static final float[][] ROWS = {{0.5f, 0.25f, 0.1f, 1f}, {0f, 0f, 0f, 0f}};

  private StandInServer server;
  private RemoteModels models;
  private String body = "";

  @BeforeEach
  void start() {
    server = StandInServer.start(request -> Reply.json(200, body));
    models = new RemoteModels(Duration.ofSeconds(8));
  }

  @AfterEach
  void stop() {
    models.close();
    server.close();
  }

  private PowerSource source(Kind kind) {
    return Sources.frugal(kind, server.uri());
  }

  private double[] ask(PowerSource source) throws Exception {
    return models.watts(source, ROWS).get(20, TimeUnit.SECONDS);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(Kind kind) {
    return assertThatThrownBy(() -> ask(source(kind)))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(ModelException.class);
  }

  @Test
  void asksTensorflowServing() throws Exception {
    body = "{\"predictions\": [[150.607], [60]]}";
    assertThat(ask(source(Kind.TENSORFLOW_REST))).containsExactly(150.607, 60);
    StandInServer.Request sent = server.requests().get(0);
    assertThat(sent.method()).isEqualTo("POST");
    assertThat(sent.path()).isEqualTo("/v1/models/frugal:predict");
    assertThat(sent.bodyText()).isEqualTo("{\"instances\":[[0.5,0.25,0.1,1.0],[0.0,0.0,0.0,0.0]]}");
    ask(Sources.named(source(Kind.TENSORFLOW_REST), "a/b", OptionalLong.of(7)));
    assertThat(server.requests().get(1).path()).isEqualTo("/v1/models/a%2Fb/versions/7:predict");
  }

  @Test
  void asksByTheOpenInferenceProtocol() throws Exception {
    body =
        "{\"outputs\":[{\"name\":\"w\",\"shape\":[2,1],\"datatype\":\"FP64\",\"data\":[99.5,60]}]}";
    assertThat(ask(source(Kind.OPEN_INFERENCE))).containsExactly(99.5, 60);
    StandInServer.Request sent = server.requests().get(0);
    assertThat(sent.path()).isEqualTo("/v2/models/frugal/infer");
    assertThat(sent.header("Content-Type")).startsWith("application/json");
    assertThat(sent.bodyText())
        .isEqualTo(
            "{\"inputs\":[{\"name\":\"inputs\",\"shape\":[2,4],\"datatype\":\"FP32\","
                + "\"data\":[0.5,0.25,0.1,1.0,0.0,0.0,0.0,0.0]}]}");
    ask(Sources.named(source(Kind.OPEN_INFERENCE), "m", OptionalLong.of(7)));
    assertThat(server.requests().get(1).path()).isEqualTo("/v2/models/m/versions/7/infer");
  }

  static Stream<String> usable() {
    return Stream.of(
        "TENSORFLOW_REST {\"outputs\": [[1], [2]]}",
        "TENSORFLOW_REST {\"outputs\": {\"outputs\": [1, 2], \"more\": [3, 4]}}",
        "TENSORFLOW_REST {\"predictions\": [1, 2]}",
        "TENSORFLOW_REST {\"predictions\": [{\"outputs\": [1]}, {\"outputs\": [2]}]}",
        "OPEN_INFERENCE {\"outputs\": [{\"name\": \"x\", \"data\": [[1], [2]]}]}",
        "OPEN_INFERENCE {\"outputs\": [{\"name\": \"x\", \"data\": [3, 4]},"
            + " {\"name\": \"outputs\", \"data\": [1, 2]}]}");
  }

  @ParameterizedTest
  @MethodSource("usable")
  void readsEveryFormOfAnAnswer(String kindAndBody) throws Exception {
    body = kindAndBody.substring(kindAndBody.indexOf(' '));
    Kind kind = Kind.valueOf(kindAndBody.substring(0, kindAndBody.indexOf(' ')));
    assertThat(ask(source(kind))).containsExactly(1, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TENSORFLOW_REST | {\"predictions\": [[1]]}          | the answer holds 1 figures for 2 questions",
        "TENSORFLOW_REST | {\"predictions\": 5}              | the answer holds no figures for 2 questions",
        "TENSORFLOW_REST | {\"predictions\": [[1, 2], [3]]}  | the answer holds what is no number: ARRAY",
        "TENSORFLOW_REST | {\"predictions\": [\"1\", 2]}     | the answer holds what is no number: STRING",
        "TENSORFLOW_REST | {}                                | the answer holds no figures for 2 questions",
        "TENSORFLOW_REST | [1, 2]                            | the answer is no JSON object",
        "TENSORFLOW_REST | {\"predictions\": [1,             | the answer is no JSON object",
        "OPEN_INFERENCE  | {\"outputs\": []}                 | the answer has no outputs",
        "OPEN_INFERENCE  | {\"outputs\": [{\"data\": [1,2,3]}]} | the answer holds 3 figures for 2 questions",
        "OPEN_INFERENCE  | {\"outputs\": [{\"data\": [true, false]}]} | the answer holds what is no number: BOOLEAN",
        "OPEN_INFERENCE  | {\"outputs\": [{\"name\": \"a\"}, {\"name\": \"b\"}]} | the answer has several outputs, none named outputs",
      })
  void refusesOtherAnswers(Kind kind, String answer, String why) {
    body = answer;
    refused(kind).hasMessage(why);
  }

  @Test
  void givesNaNAsItIs() throws Exception {
    body = "{\"predictions\": [NaN, null]}";
    assertThat(ask(source(Kind.TENSORFLOW_REST))).containsExactly(Double.NaN, Double.NaN);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"TENSORFLOW_REST", "OPEN_INFERENCE"})
  void survivesEveryFault(Kind kind) {
    body = "{\"predictions\": [1, 2]}";
    server.fail("/", request -> Fault.html());
    refused(kind).hasMessage("the answer is no JSON object");
    server.fail("/", request -> Fault.status(404, "{\"error\": \"Servable\\n not found\"}"));
    refused(kind).hasMessage("status 404: Servable not found");
    server.fail("/", request -> Fault.status(503, "<html>busy</html>"));
    refused(kind).hasMessage("status 503");
    server.fail("/", request -> Fault.silent());
    refused(kind).hasMessage("no answer in time");
    server.fail("/", request -> Fault.truncated());
    refused(kind);
    server.fail("/", request -> Fault.oversized());
    refused(kind).hasMessage("the answer has more than 4 MiB");
    server.fail("/", request -> Fault.closed());
    refused(kind);
    server.close();
    refused(kind).hasMessageContaining("Failed to connect");
  }

  @Test
  void thereIsNoServerOfALine() {
    assertThatThrownBy(() -> ask(source(Kind.LINE)))
        .cause()
        .hasMessage("there is no server to ask");
  }
}
