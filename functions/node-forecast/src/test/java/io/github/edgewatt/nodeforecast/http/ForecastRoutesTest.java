package io.github.edgewatt.nodeforecast.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.nodeforecast.TestModels;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths, methods, statuses and bodies through the server itself. */
@QuarkusTest
@QuarkusTestResource(TestFolder.class)
class ForecastRoutesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI root;

  @ConfigProperty(name = TestFolder.SETTING)
  String folder;

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(path))
            .timeout(PATIENCE)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GET | / | '' | 200 | DFaaS Forecaster ready.",
        "GET | /node_usage | {'rate_function_env': 10, 'node_type': 1} | 200 | [{'cpu_usage_node':45.0",
        "POST | /cpu_usage_node | {'rate_function_env': 10, 'node_type': 2} | 200 | [{'cpu_usage_node':25.0}]",
        "GET | /ram_usage_node | '' | 400 | {'error':'the body is empty",
        "PUT | /node_usage | {} | 405 | {'error':'PUT is not for this path",
        "GET | /v1/models/both | '' | 200 | {'model_version_status':[{'version':'1795342500','state':'AVAILABLE'",
        "GET | /v1/models/both/metadata | '' | 200 | {'model_spec':{'name':'both'",
        "POST | /v1/models/both-power-MID:predict | {'instances': [[0,0,0,0]]} | 200 | {'predictions':[[20.0]]}",
        "POST | /v1/models/both-power-MID/versions/1795342500:predict | {'inputs': [[0,0,0,0]]} | 200 | {'outputs':[[20.0]]}",
        "GET | /v1/models/none | '' | 404 | {'error':'no model none",
        "GET | /v2 | '' | 200 | {'name':'edgewatt-node-forecast'",
        "GET | /v2/ | '' | 200 | {'name':'edgewatt-node-forecast'",
        "GET | /v2/health/live | '' | 200 | {'live':true}",
        "GET | /v2/health/ready | '' | 200 | {'ready':true}",
        "GET | /v2/models/both | '' | 200 | {'name':'both'",
        "GET | /v2/models/both/ready | '' | 200 | {'name':'both','ready':true}",
        "POST | /v2/models/both-power/infer | {'inputs':[{'name':'inputs','shape':[1,4],'datatype':'FP32','data':[0,0,0,0]}],'parameters':{'node_type':'MID'}} | 200 | {'model_name':'both-power'",
        "POST | /nodeForecast | {'nodeType': 'MID', 'rates': {'env': 10}} | 200 | {'model':'both'",
        "POST | /nodeForecast | {'nodeType': 'MID', 'rates': {'env': -10}} | 400 | {'error':'the rate of env is",
        "GET | /nodeForecast | '' | 405 | {'error':'GET is not for this path: use POST'}",
        "GET | /state | '' | 200 | {'ready':true,'models':[{'name':'both'",
        "POST | /state | {} | 405 | {'error':",
        "GET | /_/ready | '' | 200 | {'state':'ready'}",
        "GET | /elsewhere | '' | 404 | {'error':'nothing at this path'}",
      })
  void answers(String method, String path, String body, int status, String start)
      throws IOException, InterruptedException {
    String sent = body.equals("''") ? "" : body.replace('\'', '"');
    HttpResponse<String> answer = send(method, path, sent);
    assertThat(answer.body()).startsWith(start.replace('\'', '"'));
    assertThat(answer.statusCode()).isEqualTo(status);
    if (!path.equals("/")) {
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }
  }

  @Test
  void largeRequestsAreAnsweredByWorkers() throws IOException, InterruptedException {
    String rows = "[1,2],".repeat(4095) + "[1,2]";
    HttpResponse<String> most =
        send(
            "POST",
            "/v1/models/both:predict",
            json("{'instances': [" + rows + "], 'signature_name': 'MID'}"));
    assertThat(most.statusCode()).isEqualTo(200);
    assertThat(most.body().split("\"novel\"", -1)).hasSize(4097);
    HttpResponse<String> more =
        send(
            "POST",
            "/v1/models/both:predict",
            json("{'instances': [" + rows + ",[1,2]], 'signature_name': 'MID'}"));
    assertThat(more.statusCode()).isEqualTo(400);
    assertThat(more.body()).isEqualTo(json("{'error':'4097 rows: 1 to 4096 in a request'}"));
  }

  @Test
  void bodiesAreBounded() throws IOException, InterruptedException {
    assertThat(send("POST", "/v2/models/both/infer", " ".repeat(9 << 20)).statusCode())
        .isEqualTo(413);
    assertThat(send("GET", "/node_usage", " ".repeat(1 << 17)).statusCode()).isEqualTo(413);
    HttpResponse<String> packed =
        send("POST", "/v2/models/both/infer", "{}", "Content-Encoding", "gzip");
    assertThat(packed.statusCode()).isEqualTo(415);
  }

  @Test
  void countsItsAnswers() throws IOException, InterruptedException {
    assertThat(send("GET", "/v1/models/none", "").statusCode()).isEqualTo(404);
    assertThat(send("GET", "/metrics", "").body())
        .containsPattern(
            "edgewatt_forecast_requests_seconds_count\\{protocol=\"tensorflow\",status=\"404\"\\} [1-9]");
  }

  /** One test for all, as they share the folder: a model comes, is damaged, and is put right. */
  @Test
  void takesUpFilesWhileItServes() throws Exception {
    Path file = Path.of(folder, "late.json");
    assertThat(send("GET", "/v2/models/late/ready", "").statusCode()).isEqualTo(404);
    Files.writeString(file, "half of a mod");
    await("/v2/models/late/ready", 503, "is no model");
    TestModels.write(file, TestModels.light());
    await("/v2/models/late/ready", 200, "true");
    Files.writeString(file, "half of a mod");
    await("/state", 200, "\"status\":\"refused\"");
    assertThat(send("GET", "/v2/models/late/ready", "").statusCode()).isEqualTo(200);
    Files.delete(file);
    await("/state", 200, "\"status\":\"removed\"");
    assertThat(send("GET", "/v1/models/late", "").statusCode()).isEqualTo(200);
  }

  private void await(String path, int status, String part)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    HttpResponse<String> answer;
    do {
      assertThat(Instant.now()).isBefore(end);
      answer = send("GET", path, "");
    } while (answer.statusCode() != status || !answer.body().contains(part));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
