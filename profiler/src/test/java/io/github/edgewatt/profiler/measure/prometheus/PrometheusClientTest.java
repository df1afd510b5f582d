package io.github.edgewatt.profiler.measure.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.edgewatt.fixtures.Fault;
import io.github.edgewatt.fixtures.StandInServer;
import io.github.edgewatt.fixtures.StandInServer.Reply;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusClientTest {
  private static final PrometheusLimits LIMITS =
      new PrometheusLimits(Duration.ofSeconds(5), Duration.ofSeconds(4), Duration.ZERO, 1 << 16);

  @TempDir private Path folder;
  private final FakeTime time = new FakeTime();
  private final AtomicReference<Reply> reply = new AtomicReference<>();
  private final StandInServer server = StandInServer.start(request -> reply.get());

  @AfterEach
  void close() {
    server.close();
  }

  private PrometheusSettings settings() {
    return PrometheusSettings.parse(server.uri() + "/prom/");
  }

  private PrometheusClient open(PrometheusSettings settings, Duration patience) throws IOException {
    return new PrometheusClient(settings, LIMITS.withPatience(patience), time::nanos, time);
  }

  private PrometheusClient open() throws IOException {
    return open(settings(), Duration.ZERO);
  }

  private PrometheusException failure(String expression) throws IOException {
    try (PrometheusClient client = open()) {
      return catchThrowableOfType(PrometheusException.class, () -> client.query(expression));
    }
  }

  private void answer(String data) {
    reply.set(Reply.json(200, "{\"status\":\"success\",\"data\":" + data + "}"));
  }

  @Test
  void postsAFormBelowThePathPrefix() throws Exception {
    answer("{\"resultType\":\"vector\",\"result\":[]}");
    try (PrometheusClient client = open()) {
      client.query("up{a=\"b&c\"}", Instant.ofEpochMilli(1_795_312_260_699L));
    }
    StandInServer.Request sent = server.requests().get(0);
    assertThat(sent.method()).isEqualTo("POST");
    assertThat(sent.path()).isEqualTo("/prom/api/v1/query");
    assertThat(sent.bodyText()).isEqualTo("query=up%7Ba%3D%22b%26c%22%7D&time=1795312260.699");
    assertThat(sent.header("Content-Type")).startsWith("application/x-www-form-urlencoded");
    assertThat(sent.header("Authorization")).isEmpty();
  }

  @Test
  void readsEveryKindOfResult() throws Exception {
    try (PrometheusClient client = open()) {
      answer(
          "{\"result\":[{\"metric\":{\"a\":\"b\"},\"value\":[12.5,\"+Inf\"]},"
              + "{\"metric\":{},\"value\":[13,\"NaN\"]},{\"metric\":{},\"value\":[13,\"-Inf\"]}],"
              + "\"resultType\":\"vector\",\"stats\":{\"x\":[1]}}");
      List<MetricSeries> vector = client.query("x").data();
      assertThat(vector.get(0).labels()).isEqualTo(Map.of("a", "b"));
      assertThat(vector.get(0).epochMillis()).containsExactly(12_500);
      assertThat(vector)
          .extracting(MetricSeries::last)
          .containsExactly(Double.POSITIVE_INFINITY, Double.NaN, Double.NEGATIVE_INFINITY);

      StringBuilder values = new StringBuilder("[0,\"0\"]");
      for (int i = 1; i < 200; i++) {
        values.append(",[").append(i).append(".001,\"").append(i).append("e-1\"]");
      }
      answer(
          "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":[" + values + "]}]}");
      MetricSeries matrix = client.query("x[5m]").data().get(0);
      assertThat(matrix.values()).hasSize(200).startsWith(0, 0.1);
      assertThat(matrix.epochMillis()).endsWith(199_001);

      answer("{\"resultType\":\"scalar\",\"result\":[1795312260.699,\"7\"]}");
      assertThat(client.query("7").data().get(0).last()).isEqualTo(7);
    }
  }

  @Test
  void passesWarningsOn() throws Exception {
    reply.set(
        Reply.json(
            200,
            "{\"status\":\"success\",\"warnings\":[\"store is down\"],\"infos\":[\"x\"],"
                + "\"data\":{\"resultType\":\"vector\",\"result\":[]}}"));
    try (PrometheusClient client = open()) {
      assertThat(client.query("up").warnings()).containsExactly("store is down");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"} |"
            + " BAD_REQUEST | does not understand the query: bad_data: parse error",
        "401 | Unauthorized | UNAUTHORIZED | wants a login (HTTP 401)",
        "403 | <html>no</html> | UNAUTHORIZED | wants a login (HTTP 403)",
        "404 | page not found | NOT_PROMETHEUS | is the path prefix right?",
        "422 | {\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"many-to-many\"} |"
            + " UNPROCESSABLE | cannot execute the query: execution: many-to-many",
        "500 | boom | UNAVAILABLE | answers with HTTP 500: boom",
        "502 | bad gateway | UNAVAILABLE | is not available (HTTP 502): bad gateway",
        "503 | {\"status\":\"error\",\"errorType\":\"timeout\",\"error\":\"query timed out\"} |"
            + " UNAVAILABLE | is not available (HTTP 503): timeout: query timed out",
        "302 | moved | NOT_PROMETHEUS | sends us on to another address",
      })
  void namesEveryRefusal(int status, String body, Kind kind, String message) throws Exception {
    server.fail("/", request -> Fault.status(status, body));
    PrometheusException error = failure("up");
    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error).hasMessageContaining(message).hasMessageStartingWith("Prometheus at http://");
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"no\"} | UNPROCESSABLE |"
            + " refuses: execution: no",
        "{\"status\":\"error\",\"errorType\":\"timeout\",\"error\":\"no\"} | UNAVAILABLE | refuses",
        "{\"status\":\"error\",\"errorType\":\"internal\",\"error\":\"no\"} | NOT_PROMETHEUS |"
            + " refuses",
        "{\"status\":\"success\"} | NOT_PROMETHEUS | success without data",
        "{\"status\":\"success\",\"data\":{\"result\":[{\"value\": | NOT_PROMETHEUS |"
            + " is not its JSON",
        "{\"status\":\"success\",\"data\":[1]} | NOT_PROMETHEUS | is not its JSON",
        "{\"status\":\"success\",\"data\":{\"result\":[{\"value\":[\"x\",1]}]}} | NOT_PROMETHEUS |"
            + " is not its JSON",
        "[] | NOT_PROMETHEUS | is not its JSON",
        "hello | NOT_PROMETHEUS | is not its JSON",
        "'' | NOT_PROMETHEUS | is not its JSON",
      })
  void namesEveryWrongAnswer(String body, Kind kind, String message) throws Exception {
    reply.set(Reply.json(200, body));
    PrometheusException error = failure("up");
    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error).hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "HTML, NOT_PROMETHEUS, HTML page",
    "SILENT, TIMEOUT, did not answer within 4 s",
    "CLOSED, UNREACHABLE, lost the connection",
    "TRUNCATED, UNREACHABLE, lost the connection",
    "OVERSIZED, TOO_LARGE, answers with more than",
  })
  void namesEveryFaultOfTheWire(Fault.Kind fault, Kind kind, String message) throws Exception {
    answer("{\"resultType\":\"vector\",\"result\":[]}");
    String body = fault == Fault.Kind.HTML ? "<html>Sign in</html>" : "";
    server.fail("/", request -> new Fault(fault, 200, body, Duration.ZERO));
    PrometheusException error = failure("up");
    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error).hasMessageContaining(message);
  }

  @Test
  void namesHostsThatAreNotThere() throws Exception {
    URI gone = server.uri();
    server.close();
    for (String address : List.of(gone.toString(), "http://nobody.invalid:9090")) {
      try (PrometheusClient client = open(PrometheusSettings.parse(address), Duration.ZERO)) {
        PrometheusException error =
            catchThrowableOfType(PrometheusException.class, () -> client.query("up"));
        assertThat(error.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(error).hasMessageContaining(address);
      }
    }
  }

  @Test
  void repeatsWhatMayPassForABoundedTime() throws Exception {
    answer("{\"resultType\":\"vector\",\"result\":[]}");
    AtomicInteger calls = new AtomicInteger();
    server.fail("/", request -> calls.incrementAndGet() <= 3 ? Fault.status(503, "") : null);
    try (PrometheusClient client = open(settings(), Duration.ofSeconds(10))) {
      assertThat(client.query("up").data()).isEmpty();
      assertThat(calls.get()).isEqualTo(4);
      assertThat(time.seconds()).isEqualTo(0.25 + 0.5 + 1);

      server.fail("/", request -> Fault.closed());
      double before = time.seconds();
      assertThatThrownBy(() -> client.query("up")).isInstanceOf(PrometheusException.class);
      assertThat(time.seconds() - before).isBetween(5.0, 10.0);

      server.fail("/", request -> Fault.status(400, ""));
      before = time.seconds();
      assertThatThrownBy(() -> client.query("up")).isInstanceOf(PrometheusException.class);
      assertThat(time.seconds()).isEqualTo(before);
    }
  }

  @Test
  void readsItsSecretsAnewForEveryRequest() throws Exception {
    answer("{\"resultType\":\"vector\",\"result\":[]}");
    Path password = Files.writeString(folder.resolve("password"), "first\n");
    PrometheusSettings settings = settings().withPassword("ada", password);
    try (PrometheusClient client = open(settings, Duration.ZERO)) {
      client.query("up");
      Files.writeString(password, "second");
      client.query("up");
      Files.writeString(password, "two\nlines");
      assertThatThrownBy(() -> client.query("up"))
          .hasMessageContaining("must hold one line")
          .hasMessageNotContaining("two");
    }
    try (PrometheusClient client =
        open(
            settings().withToken(Files.writeString(folder.resolve("token"), "t0k")),
            Duration.ZERO)) {
      client.query("up");
    }
    assertThat(server.requests())
        .extracting(request -> request.header("Authorization"))
        .containsExactly("Basic YWRhOmZpcnN0", "Basic YWRhOnNlY29uZA==", "Bearer t0k");
    assertThat(settings.toString()).doesNotContain("first").doesNotContain("second");
    assertThatThrownBy(() -> open(settings().withToken(folder.resolve("none")), Duration.ZERO))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("token file");
  }

  @Test
  void doesNotFollowToAnotherAddress() throws Exception {
    reply.set(new Reply(302, Map.of("Location", "http://elsewhere/login?secret=1"), new byte[0]));
    assertThat(failure("up"))
        .hasMessageContaining("sends us on to http://elsewhere/login: give the address");
  }

  @Test
  void splitsRangesAndRaisesTheStepWhereNeeded() throws Exception {
    answer("{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":[[1,\"1\"]]}]}");
    try (PrometheusClient client = open()) {
      Instant start = Instant.ofEpochSecond(1000);
      Answer<List<MetricSeries>> joined =
          client.queryRange("up", start, start.plusSeconds(22_000), Duration.ofSeconds(1));
      assertThat(joined.data()).singleElement().satisfies(s -> assertThat(s.values()).hasSize(3));
    }
    assertThat(server.requests())
        .extracting(StandInServer.Request::bodyText)
        .containsExactly(
            "query=up&start=1000.000&end=11999.000&step=1.000",
            "query=up&start=12000.000&end=22999.000&step=1.000",
            "query=up&start=23000.000&end=23000.000&step=1.000");
    RangeParts raised = RangeParts.of(0, 1_000_000, 1, 11_000, 8);
    assertThat(raised.stepMillis()).isEqualTo(12);
    assertThat(raised.parts()).hasSizeLessThanOrEqualTo(8);
    assertThatThrownBy(() -> RangeParts.of(5, 4, 1, 10, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    server.fail("/", request -> Fault.silent());
    try (PrometheusClient client = open()) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> client.query("up")).isInstanceOf(InterruptedException.class);
    }
    assertThat(Thread.interrupted()).isFalse();
  }
}
