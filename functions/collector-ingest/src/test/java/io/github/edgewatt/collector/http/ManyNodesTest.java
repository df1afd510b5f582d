package io.github.edgewatt.collector.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One collector for many nodes, behind a token. */
@QuarkusTest
@TestProfile(ManyNodesTest.Guarded.class)
class ManyNodesTest {
  @TestHTTPResource URI address;

  public static final class Guarded implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        Path token = Files.writeString(Files.createTempFile("token", ""), "s3cret\n");
        token.toFile().deleteOnExit();
        return Map.of(
            "edgewatt.collector.token-file",
            token.toString(),
            "edgewatt.collector.most-nodes",
            "2");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void eachEventNamesItsNode() throws Exception {
    assertThat(post("/", event(1)).body()).startsWith("Error parsing node: say whose event it is");
    assertThat(post("/?node=N_1", event(1)).statusCode()).isEqualTo(400);
    assertThat(post("/?node=a", event(1)).body()).isEqualTo("ok");
    assertThat(post("/", event(2) + "&node=a").body()).isEqualTo("ok");
    assertThat(json("{\"timestamp_ms\":NOW,\"duration_ms\":4,\"node\":\"b\"}").statusCode())
        .isEqualTo(200);
    assertThat(post("/?node=c", event(1)).statusCode()).isEqualTo(503);
    assertThat(state("").body()).isEqualTo("{\"nodes\":[\"a\",\"b\"]}");
    assertThat(state("?node=a").body()).contains("\"recentUsage\":3,");
    assertThat(state("?node=b").body()).contains("\"recentUsage\":4,");
    assertThat(state("?node=c").statusCode()).isEqualTo(404);
  }

  @Test
  void withoutTheTokenNothingIsTakenOrTold() throws Exception {
    Client client = new Client(address);
    String body = event(1);
    for (String[] headers :
        new String[][] {{}, {"Authorization", "Bearer wrong"}, {"Authorization", "s3cret"}}) {
      assertThat(client.call("POST", "/?node=a", Client.FORM, body, headers).statusCode())
          .isEqualTo(401);
      assertThat(client.call("POST", "/fpgaEvent", Client.JSON, "{}", headers).statusCode())
          .isEqualTo(401);
      HttpResponse<String> state = client.call("GET", "/state", "text/plain", "", headers);
      assertThat(state.statusCode()).isEqualTo(401);
      assertThat(state.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }
    assertThat(client.get("/_/health").statusCode()).isEqualTo(200);
    assertThat(client.get("/metrics").statusCode()).isEqualTo(200);
  }

  private static String event(int millis) {
    return "timestamp_ms=" + System.currentTimeMillis() + "&duration_ms=" + millis;
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    return new Client(address)
        .call("POST", path, Client.FORM, form, "Authorization", "Bearer s3cret");
  }

  private HttpResponse<String> json(String json) throws Exception {
    String filled = json.replace("NOW", String.valueOf(System.currentTimeMillis()));
    return new Client(address)
        .call("POST", "/fpgaEvent", Client.JSON, filled, "Authorization", "Bearer s3cret");
  }

  private HttpResponse<String> state(String query) throws Exception {
    return new Client(address)
        .call("GET", "/state" + query, "text/plain", "", "Authorization", "Bearer s3cret");
  }
}
