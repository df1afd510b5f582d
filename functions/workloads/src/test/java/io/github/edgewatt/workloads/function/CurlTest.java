package io.github.edgewatt.workloads.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CurlTest {
  private final ExecutorService workers = Executors.newFixedThreadPool(2);
  private HttpServer server;
  private Curl curl;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/stub", 200, "stub");
    answer("/open/page", 404, "abc");
    answer("/open/big", 200, "x".repeat(Curl.MOST_BYTES + 1));
    server.createContext(
        "/open/away",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/secret");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.start();
    curl = curl(Duration.ofSeconds(10), address("/open"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
    workers.shutdownNow();
  }

  @Test
  void fetchesItsStubByDefault() throws Exception {
    Curl.Output output = get(curl.run(new Curl.Input(null)));

    assertThat(output.bytes()).isEqualTo(4);
    assertThat(output).isEqualTo(get(curl.run(Curl.Input.ofText(address("/stub") + "\n"))));
  }

  @Test
  void passesTheStatusOn() throws Exception {
    assertThat(get(curl.run(Curl.Input.ofText(address("/open/page").toString()))))
        .isEqualTo(
            new Curl.Output(
                404, 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  }

  @Test
  void doesNotFollowRedirects() throws Exception {
    assertThat(get(curl.run(new Curl.Input(address("/open/away").toString()))).status())
        .isEqualTo(302);
  }

  @Test
  void givesUpOnTooMuch() {
    assertFails(curl.run(new Curl.Input(address("/open/big").toString())), "longer than 1048576");
  }

  @Test
  void refusesWhatIsNotListed() {
    Refused.because("allow-list", () -> curl.run(Curl.Input.ofText("http://www.google.com")));
    Refused.because("allow-list", () -> curl.run(new Curl.Input(address("/secret").toString())));
    Refused.because("at most 2000", () -> new Curl.Input("a".repeat(2_001)));
  }

  @Test
  void endsAtItsDeadlineWhenNothingAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort());

      assertFails(curl(Duration.ofMillis(50), uri).run(new Curl.Input(uri.toString())), "fetched");
    }
  }

  private Curl curl(Duration deadline, URI allowed) {
    return new Curl(() -> address("/stub"), new AllowList(List.of(allowed)), workers, deadline);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void answer(String path, int status, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private static Curl.Output get(CompletionStage<Curl.Output> answer) throws Exception {
    return answer.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static void assertFails(CompletionStage<Curl.Output> answer, String part) {
    assertThatThrownBy(() -> get(answer))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(FetchException.class)
        .hasMessageContaining(part);
  }
}
