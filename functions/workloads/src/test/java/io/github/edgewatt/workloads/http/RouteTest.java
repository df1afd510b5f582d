package io.github.edgewatt.workloads.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The route as callers see it, serving shasum. */
@QuarkusTest
class RouteTest {
  private static final String OF_ABC =
      "{\"algorithm\":\"SHA-256\",\"digest\":"
          + "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\",\"bytes\":3}";

  @TestHTTPResource URI address;

  private Caller caller;

  @BeforeEach
  void connect() {
    caller = new Caller(address);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, text/plain, abc",
    "POST, text/plain, abc",
    "GET, application/json, '{\"text\":\"abc\"}'",
    "POST, application/json, '{\"text\":\"abc\"}'"
  })
  void answersGetAndPostWithTextAndJson(String method, String contentType, String body)
      throws Exception {
    HttpResponse<String> answer = caller.call(method, "/", contentType, body);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.body()).isEqualTo(OF_ABC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void anEmptyBodyMeansAllDefaults(String method) throws Exception {
    HttpResponse<String> answer = caller.call(method, "/", "text/plain", "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(caller.call(method, "/", "text/plain", "abcde").body())
        .contains("\"bytes\":5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"text\":", "{\"txt\":\"a\"}", "{\"algorithm\":\"MD5\"}", "[1]"})
  void badInputAnswers400(String body) throws Exception {
    assertError(caller.call("POST", "/", "application/json", body), 400);
  }

  @Test
  void aQueryIsRefusedRatherThanIgnored() throws Exception {
    assertError(caller.get("/?text=abc"), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void anOversizedBodyAnswers413(String method) throws Exception {
    assertError(caller.call(method, "/", "text/plain", "a".repeat((1 << 20) + 1)), 413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/shasum", "/figlet", "/eat-memory", "/q/health", "/_/", "/favicon.ico"})
  void otherPathsAnswer404(String path) throws Exception {
    assertError(caller.call("POST", path, "application/json", "{}"), 404);
    assertError(caller.get(path), 404);
  }

  @ParameterizedTest
  @CsvSource({"PUT, /", "DELETE, /", "POST, /_/ready"})
  void otherMethodsAnswer405(String method, String path) throws Exception {
    assertError(caller.call(method, path, "text/plain", "a"), 405);
  }

  @ParameterizedTest
  @CsvSource({"/_/health, up", "/_/ready, ready"})
  void tellsItsState(String path, String state) throws Exception {
    HttpResponse<String> answer = caller.get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"function\":\"shasum\",\"state\":\"" + state + "\"}");
  }

  private static void assertError(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).startsWith("{\"error\":\"").endsWith("\"}");
  }
}
