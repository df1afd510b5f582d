package io.github.edgewatt.profiler.load;

import static io.github.edgewatt.profiler.load.Plans.get;
import static io.github.edgewatt.profiler.load.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that misbehave, on real sockets. */
class HttpLoadFaultsTest {
  private static HttpLoadGenerator generator;

  @BeforeAll
  static void start() {
    generator = new HttpLoadGenerator(new LoadOptions(4, Duration.ofSeconds(1), 0));
  }

  @AfterAll
  static void stop() {
    generator.close();
  }

  private static TargetResult only(LoadPlan plan) throws InterruptedException {
    return generator.run(plan).targets().get(0);
  }

  @Test
  void aServerThatClosesEachConnectionIsNoFailure() throws Exception {
    try (FunctionServer server =
        new FunctionServer(
            (number, head, out) -> {
              out.write(
                  FunctionServer.bytes(
                      number % 2 == 0
                          ? "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok"
                          : "HTTP/1.0 200 OK\r\n\r\nuntil the end"));
              return false;
            })) {
      TargetResult result = only(plan(get("f", server.uri(), 100)));
      assertThat(result.statusClasses()[2]).isEqualTo(20);
      assertThat(result.connectionErrors()).isZero();
      assertThat(result.responseBytes()).isEqualTo(10 * 2 + 10 * 13);
    }
  }

  @Test
  void aConnectionClosedWhileIdleIsNoFailure() throws Exception {
    try (FunctionServer server =
        new FunctionServer(
            (number, head, out) -> {
              out.write(FunctionServer.OK);
              // closes without saying so, as an idle timeout that strikes after the answer
              return number % 3 != 0;
            })) {
      TargetResult result = only(plan(Duration.ofMillis(400), get("f", server.uri(), 500)));
      assertThat(result.sent()).isEqualTo(200);
      assertThat(result.statusClasses()[2]).isEqualTo(200);
      assertThat(result.connectionErrors()).isZero();
    }
  }

  @Test
  void aServerThatHangsUpWithoutAnAnswerFails() throws Exception {
    try (FunctionServer server = new FunctionServer((number, head, out) -> false)) {
      TargetResult result = only(plan(get("f", server.uri(), 100)));
      assertThat(result.connectionErrors()).isEqualTo(20);
      assertThat(result.failed().getTotalCount()).isEqualTo(20);
      assertThat(server.requests).hasValue(20);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 200 OK~Content-Length: 100~~too short",
    "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~5~hel",
    "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~zz~hello",
    "HTTP/1.1 200 OK~Content-Len",
    "SSH-2.0-OpenSSH_9.2~",
  })
  void truncatedAndGarbledAnswersAreConnectionErrors(String answer) throws Exception {
    byte[] bytes = FunctionServer.bytes(answer.replace("~", "\r\n"));
    try (FunctionServer server =
        new FunctionServer(
            (number, head, out) -> {
              out.write(bytes);
              return false;
            })) {
      TargetResult result = only(plan(get("f", server.uri(), 100)));
      assertThat(result.connectionErrors()).isEqualTo(20);
      assertThat(result.response().getTotalCount()).isZero();
    }
  }

  @Test
  void aHeadWithoutEndIsGivenUp() throws Exception {
    byte[] line = FunctionServer.bytes("x".repeat(40_000));
    try (FunctionServer server =
        new FunctionServer(
            (number, head, out) -> {
              out.write(line);
              return true;
            })) {
      TargetResult result = only(plan(get("f", server.uri(), 50)));
      assertThat(result.connectionErrors()).isEqualTo(10);
    }
  }

  @Test
  void nobodyListening() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    TargetResult result = only(plan(get("f", URI.create("http://127.0.0.1:" + port), 100)));
    assertThat(result.due()).isEqualTo(20);
    assertThat(result.sent()).isZero();
    assertThat(result.connectionErrors()).isEqualTo(20);
  }

  @Test
  void anUnknownHostFailsEachRequest() throws Exception {
    TargetResult result = only(plan(get("f", URI.create("http://no-such-host.invalid/"), 100)));
    assertThat(result.connectionErrors()).isEqualTo(20);
  }
}
