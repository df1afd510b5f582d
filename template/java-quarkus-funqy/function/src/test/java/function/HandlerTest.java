package function;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HandlerTest {
  private static final String GREETING = "{\"text\":\"Hello, World\"}";

  @TestHTTPResource("/")
  URI address;

  @Test
  void greetsWhoeverTheBodyNames() throws Exception {
    assertThat(call("POST", "/", "text/plain", "World").body()).isEqualTo(GREETING);
    assertThat(call("POST", "/", "application/json", "\"World\"").body()).isEqualTo(GREETING);
    assertThat(call("POST", "/handle", "text/plain", "World").body()).isEqualTo(GREETING);
  }

  @Test
  void takesABodyWithGetToo() throws Exception {
    assertThat(call("GET", "/", "text/plain", "World").body()).isEqualTo(GREETING);
  }

  @Test
  void needsNoBody() throws Exception {
    assertThat(call("POST", "/", "text/plain", "").body()).contains("Hello, OpenFaaS");
  }

  @Test
  void refusesWhatItCannotRead() throws Exception {
    assertThat(call("POST", "/", "application/json", "{").statusCode()).isEqualTo(400);
    assertThat(call("POST", "/", "text/plain", "x".repeat((1 << 20) + 1)).statusCode())
        .isEqualTo(413);
    assertThat(call("DELETE", "/", "text/plain", "World").statusCode()).isEqualTo(405);
    assertThat(call("POST", "/other", "text/plain", "World").statusCode()).isEqualTo(404);
  }

  @Test
  void tellsThatItIsWell() throws Exception {
    assertThat(call("GET", "/_/health", "text/plain", "").statusCode()).isEqualTo(200);
    assertThat(call("GET", "/_/ready", "text/plain", "").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> call(String method, String path, String type, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", type)
            .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
