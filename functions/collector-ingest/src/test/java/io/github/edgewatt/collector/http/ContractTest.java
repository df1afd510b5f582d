package io.github.edgewatt.collector.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published statuses and texts, and what of them is mended. */
@QuarkusTest
@TestProfile(ContractTest.OneNode.class)
class ContractTest {
  @TestHTTPResource URI address;
  private Client client;

  public static final class OneNode implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("edgewatt.collector.node", "n1");
    }
  }

  @BeforeEach
  void connect() {
    client = new Client(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "timestamp_ms=NOW&duration_ms=1.5|200|ok",
        "timestamp_ms=NOW&reconfiguration_ms=10000&bitstream_identifier=def|200|ok",
        "timestamp_ms=NOW&reconfiguration_ms=1&duration_ms=nonsense|200|ok",
        "timestamp_ms=NOW&duration_ms=1&bitstream_identifiers=a%2C%2Cb|200|ok",
        "timestamp_ms=1689181419598&duration_ms=1|202|ok",
        "timestamp_ms=0&duration_ms=1|202|ok",
        "duration_ms=1|400|Error parsing timestamp_ms",
        "timestamp_ms=x&duration_ms=1|400|Error parsing timestamp_ms",
        "timestamp_ms=4102444800000&duration_ms=1|400|Error parsing timestamp_ms: more than 30 s in the future",
        "timestamp_ms=NOW&reconfiguration_ms=x|400|Error parsing reconfiguration_ms",
        "timestamp_ms=NOW&duration_ms=x|400|Error parsing duration_ms",
        "timestamp_ms=NOW&duration_ms=NaN|400|Error parsing duration_ms",
        "timestamp_ms=NOW&duration_ms=Inf|400|Error parsing duration_ms",
        "timestamp_ms=NOW&duration_ms=-1|400|Error parsing duration_ms",
        "timestamp_ms=NOW&duration_ms=1&bitstream_identifier=%00|400|Error parsing bitstream_identifier",
        "timestamp_ms=NOW&duration_ms=%zz|400|Error parsing form",
        "timestamp_ms=NOW;duration_ms=1|400|Error parsing form",
        "timestamp_ms=NOW&duration_ms=1&node=n2|400|Error parsing node: this collector is n1's"
      })
  void answersFormAndQueryAlike(String form, int status, String text) throws Exception {
    String filled = form.replace("NOW", String.valueOf(System.currentTimeMillis()));
    String before = sums();
    for (HttpResponse<String> answer :
        List.of(client.form("/", filled), client.form("/any/path", filled))) {
      assertThat(answer.body()).isEqualTo(text);
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }
    if (!filled.contains("%zz")) {
      HttpResponse<String> query = client.form("/?" + filled, "");
      assertThat(query.body()).isEqualTo(text);
      assertThat(query.statusCode()).isEqualTo(status);
    }
    assertThat(sums().equals(before))
        .as("nothing is stored unless it is 200")
        .isEqualTo(status != 200);
  }

  @Test
  void saysBothTextsWhereNoTimeIsGiven() throws Exception {
    HttpResponse<String> answer = client.form("/", "timestamp_ms=" + System.currentTimeMillis());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("Error parsing form\nError parsing duration_ms");
  }

  @ParameterizedTest
  @CsvSource({"GET, /", "PUT, /", "DELETE, /x", "GET, /nothing", "GET, /fpgaEvent", "HEAD, /"})
  void onlyPosts(String method, String path) throws Exception {
    HttpResponse<String> answer = client.call(method, path, "text/plain", "");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    if (!method.equals("HEAD")) {
      assertThat(answer.body()).isEqualTo("Only POST requests are allowed");
    }
  }

  @Test
  void readsTheBodyAsWhatItIsSaidToBe() throws Exception {
    String form = "timestamp_ms=" + System.currentTimeMillis() + "&duration_ms=1";
    assertThat(client.call("POST", "/", Client.FORM + "; charset=utf-8", form).body())
        .isEqualTo("ok");
    assertThat(client.call("POST", "/", "text/plain", form).body())
        .isEqualTo("Error parsing timestamp_ms");
    assertThat(client.call("POST", "/?" + form, Client.JSON, "{}").body()).isEqualTo("ok");
  }

  @Test
  void aLargeBodyIsRefusedWithoutReadingIt() throws Exception {
    HttpResponse<String> answer = client.form("/", "a=" + "x".repeat(1 << 20));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Connection")).hasValue("close");
    assertThat(client.get("/_/health").statusCode()).isEqualTo(200);
  }

  @Test
  void theSameEventIsTakenAsJson() throws Exception {
    long now = System.currentTimeMillis();
    String before = sums();
    String json =
        "{\"timestamp_ms\":"
            + now
            + ",\"duration_ms\":2.5,\"bitstream_identifiers\":[\"j1\",\"j2\"]}";
    HttpResponse<String> answer = client.call("POST", "/fpgaEvent", Client.JSON, json);
    assertThat(answer.body()).isEqualTo("{\"counted\":true}");
    assertThat(client.get("/state").body())
        .contains("\"recentBitstreamIdentifiers\":{\"j1\":{},\"j2\":{}}");
    assertThat(sums()).isNotEqualTo(before);
    assertThat(
            client
                .call(
                    "POST",
                    "/fpgaEvent",
                    Client.JSON,
                    "{\"timestamp_ms\":\"5\",\"duration_ms\":\"1\"}")
                .body())
        .isEqualTo("{\"counted\":false}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "7",
        "null",
        "{\"timestamp_ms\":NOW,\"duration_ms\":-1}",
        "{\"duration_ms\":1}",
        "{\"timestamp_ms\":NOW,\"duration_ms\":\"NaN\"}",
        "{\"timestamp_ms\":{},\"duration_ms\":1}",
        "{\"timestamp_ms\":NOW,\"duration_ms\":1,\"bitstream_identifier\":\"\\ud800\"}"
      })
  void jsonThatIsNoEventIsRefusedInOneLine(String json) throws Exception {
    String filled = json.replace("NOW", String.valueOf(System.currentTimeMillis()));
    String before = sums();
    HttpResponse<String> answer = client.call("POST", "/fpgaEvent", Client.JSON, filled);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"error\":\"Error parsing ").doesNotContain("Exception");
    assertThat(sums()).isEqualTo(before);
  }

  @Test
  void tellsItsStateItsHealthAndItsFigures() throws Exception {
    client.form("/", "timestamp_ms=" + System.currentTimeMillis() + "&duration_ms=1");
    assertThat(client.get("/state").body())
        .startsWith("{\"node\":\"n1\",\"fpga-state\":{\"recentUsage\":")
        .contains("\"collector-state\":{\"version\":2,");
    assertThat(client.get("/state?node=n2").statusCode()).isEqualTo(404);
    assertThat(client.get("/_/ready").body()).isEqualTo("{\"state\":\"ready\"}");
    assertThat(client.get("/healthz").statusCode()).isEqualTo(200);
    assertThat(client.get("/metrics").body())
        .contains("edgewatt_collector_events_total{outcome=\"accepted\"}")
        .contains("edgewatt_collector_events_total{outcome=\"refused\"}")
        .contains("edgewatt_collector_events_total{outcome=\"late\"}")
        .contains("edgewatt_collector_writes_total", "edgewatt_collector_write_failures_total")
        .contains("edgewatt_collector_nodes 1.0");
  }

  private String sums() throws Exception {
    // Bitstreams may expire between two looks; times do not, within a test.
    JsonObject state = new JsonObject(client.get("/state").body()).getJsonObject("fpga-state");
    return state.getValue("recentUsage") + " " + state.getValue("recentReconfigurationTime");
  }
}
