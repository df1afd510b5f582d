package io.github.edgewatt.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthRoutesTest {
  private final List<Readiness> asked = new ArrayList<>();
  private final Lifecycle lifecycle = new Lifecycle();
  private final Vertx vertx = Vertx.vertx();
  private int port;

  @BeforeEach
  void serve() throws Exception {
    Router router = Router.router(vertx);
    new HealthRoutes(lifecycle, asked).install(router);
    router.get("/large").handler(context -> context.fail(413));
    router
        .get("/broken")
        .handler(
            context -> {
              throw new IllegalStateException("a secret");
            });
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .requestHandler(router)
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    port = server.actualPort();
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private String get(String path) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(10))
                    .build(),
                BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }

  @Test
  void aLivingProcessIsHealthyEvenWhereItCannotWork() throws Exception {
    asked.add(() -> Optional.of("no model yet"));

    assertThat(get("/_/health")).isEqualTo("200 {\"state\":\"up\"}");
    assertThat(get("/healthz")).isEqualTo("200 {\"state\":\"up\"}");
    assertThat(get("/_/ready")).isEqualTo("503 {\"state\":\"no model yet\"}");
  }

  @Test
  void isReadyWhereNothingIsMissing() throws Exception {
    asked.add(Optional::empty);

    assertThat(get("/_/ready")).isEqualTo("200 {\"state\":\"ready\"}");
  }

  @Test
  void isNotReadyOnceItDrains() throws Exception {
    lifecycle.drain();

    assertThat(get("/_/ready")).isEqualTo("503 {\"state\":\"draining\"}");
    assertThat(get("/_/health")).isEqualTo("200 {\"state\":\"up\"}");
  }

  @Test
  void failuresAreJson() throws Exception {
    assertThat(get("/large"))
        .isEqualTo("413 {\"error\":\"the body is larger than this service takes\"}");
    assertThat(get("/broken")).isEqualTo("500 {\"error\":\"refused: 500\"}");
    assertThat(get("/nowhere")).isEqualTo("404 {\"error\":\"nothing at this path\"}");
  }
}
