package openfaas.entrypoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.openfaas.model.IHandler;
import com.openfaas.model.IResponse;
import com.openfaas.model.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Server> servers = new ArrayList<>();
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void end() throws InterruptedException {
    release.countDown();
    for (Server server : servers) {
      server.drain();
    }
  }

  @Test
  void readsABodyWhateverTheMethod() throws Exception {
    Server server = serve(request -> text(request.getBody() + "|" + request.getQueryRaw()));

    for (String method : List.of("GET", "POST", "PUT")) {
      assertThat(send(server, method, "/?a=b", "text").body()).isEqualTo("text|a=b");
    }
  }

  @Test
  void handsOnStatusHeadersAndType() throws Exception {
    Response made = new Response();
    made.setStatusCode(418);
    made.setContentType("text/x-tea");
    made.setHeader("X-Pot", "short");
    made.setBody("stout");
    HttpResponse<String> answer = send(serve(request -> made), "POST", "/", "");

    assertThat(answer.statusCode()).isEqualTo(418);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/x-tea");
    assertThat(answer.headers().firstValue("X-Pot")).contains("short");
    assertThat(answer.body()).isEqualTo("stout");
  }

  @Test
  void answersSeveralCallsAtOnce() throws Exception {
    CyclicBarrier all = new CyclicBarrier(3);
    Server server =
        serve(
            request -> {
              await(all);
              return text("met");
            });

    List<CompletableFuture<HttpResponse<String>>> calls =
        List.of(start(server), start(server), start(server));
    for (CompletableFuture<HttpResponse<String>> call : calls) {
      assertThat(call.get(10, TimeUnit.SECONDS).body()).isEqualTo("met");
    }
  }

  @Test
  void refusesWhatIsTooMuch() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    Server server =
        serve(
            Map.of("EDGE_THREADS", "2", "EDGE_QUEUE", "1", "EDGE_BODY_BYTES", "10"),
            request -> {
              both.countDown();
              await(release);
              return text("held");
            });
    CompletableFuture<HttpResponse<String>> first = start(server);
    CompletableFuture<HttpResponse<String>> second = start(server);
    assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<HttpResponse<String>> third = start(server);
    CompletableFuture<HttpResponse<String>> fourth = start(server);

    // One of the two waits in the queue, whichever came first; the other is told so at once.
    assertThat(CompletableFuture.anyOf(third, fourth).get(10, TimeUnit.SECONDS))
        .extracting(answer -> ((HttpResponse<?>) answer).statusCode())
        .isEqualTo(503);
    release.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS).body()).isEqualTo("held");
    assertThat(second.get(10, TimeUnit.SECONDS).body()).isEqualTo("held");
    assertThat(send(server, "POST", "/", "eleven bytes").statusCode()).isEqualTo(413);
  }

  @Test
  void survivesAFailingHandler() throws Exception {
    Server server =
        serve(
            request -> {
              throw new IllegalStateException("on purpose");
            });

    HttpResponse<String> answer = send(server, "POST", "/", "");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("the function failed: IllegalStateException");
    assertThat(send(server, "GET", "/_/health", "").statusCode()).isEqualTo(200);
  }

  @Test
  void answersTheCallInFlightBeforeItEnds() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    Server server =
        serve(
            request -> {
              held.countDown();
              await(release);
              return text("held");
            });
    CompletableFuture<HttpResponse<String>> call = start(server);
    assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(send(server, "GET", "/_/ready", "").statusCode()).isEqualTo(200);
    CompletableFuture<Void> drained = CompletableFuture.runAsync(() -> drain(server));
    while (send(server, "GET", "/_/ready", "").statusCode() == 200) {
      Thread.onSpinWait();
    }
    assertThat(call).isNotDone();
    release.countDown();

    assertThat(call.get(10, TimeUnit.SECONDS).body()).isEqualTo("held");
    drained.get(10, TimeUnit.SECONDS);
  }

  private Server serve(IHandler handler) throws IOException {
    return serve(Map.of(), handler);
  }

  private Server serve(Map<String, String> environment, IHandler handler) throws IOException {
    Map<String, String> all = new java.util.HashMap<>(environment);
    all.put("EDGE_PORT", "0");
    Server server = new Server(Settings.of(all), handler);
    servers.add(server);
    return server;
  }

  private CompletableFuture<HttpResponse<String>> start(Server server) {
    return client.sendAsync(request(server, "POST", "/", ""), BodyHandlers.ofString());
  }

  private HttpResponse<String> send(Server server, String method, String path, String body)
      throws IOException, InterruptedException {
    return client.send(request(server, method, path, body), BodyHandlers.ofString());
  }

  private static HttpRequest request(Server server, String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .version(HttpClient.Version.HTTP_1_1)
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }

  private static IResponse text(String body) {
    Response response = new Response();
    response.setBody(body);
    return response;
  }

  private static void drain(Server server) {
    try {
      server.drain();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
