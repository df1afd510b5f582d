package io.github.edgewatt.workloads.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A function that waits, and its failures. */
@QuarkusTest
@TestProfile(CurlRouteTest.ServingCurl.class)
class CurlRouteTest {
  @TestHTTPResource URI address;

  /** One address is allowed where nobody listens: TCP port 1 is out of use everywhere. */
  public static final class ServingCurl implements QuarkusTestProfile {
    private static final int CLOSED_PORT = 1;

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "edgewatt.function", "curl", "edgewatt.curl.allow", "http://127.0.0.1:" + CLOSED_PORT);
    }
  }

  @Test
  void fetchesItsOwnStubByDefault() throws Exception {
    HttpResponse<String> answer = new Caller(address).get("/");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("{\"status\":200,\"bytes\":16380,");
  }

  @Test
  void refusesWhatIsNotAllowed() throws Exception {
    HttpResponse<String> answer =
        new Caller(address).call("GET", "/", "text/plain", "http://www.google.com");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("allow-list").contains("www.google.com");
  }

  @Test
  void tellsWhenAnAllowedAddressDoesNotAnswer() throws Exception {
    String url = "http://127.0.0.1:" + ServingCurl.CLOSED_PORT + "/";
    HttpResponse<String> answer = new Caller(address).call("POST", "/", "text/plain", url);

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body()).startsWith("{\"error\":\"").contains("could not be fetched");
  }
}
