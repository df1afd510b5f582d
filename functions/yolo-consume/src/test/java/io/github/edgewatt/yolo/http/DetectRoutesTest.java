package io.github.edgewatt.yolo.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.service.Lifecycle;
import io.github.edgewatt.service.Readiness;
import io.github.edgewatt.service.Workers;
import io.github.edgewatt.yolo.funqy.YoloDetect;
import io.github.edgewatt.yolo.metrics.YoloMeters;
import io.github.edgewatt.yolo.model.BadImageException;
import io.github.edgewatt.yolo.model.Detected;
import io.github.edgewatt.yolo.model.ObjectDetector;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectRoutesTest {
  private static final String FOUND =
      "{\"model\":\"m\",\"dimensions\":[1],\"width\":2,\"height\":1,"
          + "\"timestamps\":{\"pre\":0.000,\"inf\":0.000,\"post\":0.000},\"detections\":[]}";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final CountDownLatch held = new CountDownLatch(1);
  private final Workers workers = new Workers();
  private final Vertx vertx = Vertx.vertx();
  private volatile String missing;
  private HttpServer server;

  /** What a body's first letter asks for. */
  private final class LetterDetector implements ObjectDetector {
    @Override
    public Detected detect(byte[] image) throws BadImageException {
      switch (image[0]) {
        case 'b' -> throw new BadImageException("a bad one");
        case 'x' -> throw new IllegalStateException("out of order");
        case 'h' -> hold();
        default -> {}
      }
      return new Detected(List.of(), 2, 1, 0, 0, 0);
    }

    private void hold() {
      try {
        if (!held.await(60, TimeUnit.SECONDS)) {
          throw new IllegalStateException("never let go");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public String name() {
      return "m";
    }

    @Override
    public int[] dimensions() {
      return new int[] {1};
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void start() throws Exception {
    Router router = Router.router(vertx);
    router.route().order(-100).handler(BodyHandler.create(false).setBodyLimit(1_000));
    YoloMeters meters = new YoloMeters(new SimpleMeterRegistry(), "me");
    new DetectRoutes(new YoloDetect(new LetterDetector(), meters), workers).install(router);
    Readiness readiness = () -> Optional.ofNullable(missing);
    new ProbeRoutes(new Lifecycle(), List.of(readiness)).install(router);
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(30, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    held.countDown();
    vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + server.actualPort() + "/" + path));
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      value = {
        "detect | bad | 400 | {'error':'a bad one'}",
        "detect | !! | 400 | {'error':'the body is empty'}",
        "detect | x | 500 | {'error':'the model's runtime failed: out of order'}",
        "yoloDetect | {} | 400 | {'error':'image is missing: the image's bytes in base64'}",
        "yoloDetect | nonsense | 400 | {'error':'the body is no JSON of the form {\\'image\\': \\'<base64>\\'}'}",
        "yoloDetect | {'image': 'Yg=='} | 400 | {'error':'a bad one'}",
      })
  void refusesWhatIsNoImage(String path, String body, int status, String answer) throws Exception {
    HttpResponse<String> got = post(path, body.replace('\'', '"'));
    assertThat(got.statusCode()).isEqualTo(status);
    assertThat(got.body().replace('"', '\'')).isEqualTo(answer);
  }

  @Test
  void answersWithWhatWasFound() throws Exception {
    assertThat(post("detect", "good").body()).isEqualTo(FOUND);
    String base64 = Base64.getEncoder().encodeToString("good".getBytes(StandardCharsets.UTF_8));
    assertThat(post("yoloDetect", "{\"image\":\"" + base64 + "\"}").body()).isEqualTo(FOUND);
    assertThat(post("detect", "x".repeat(2_000)).statusCode()).isEqualTo(413);
    assertThat(client.send(request("detect").build(), BodyHandlers.ofString()).statusCode())
        .isEqualTo(405);
  }

  @Test
  void refusesMoreThanCanWait() throws Exception {
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      answers.add(
          client
              .sendAsync(
                  request("detect").POST(BodyPublishers.ofString("hold")).build(),
                  BodyHandlers.ofString())
              .thenApply(HttpResponse::statusCode));
    }
    CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
    held.countDown();
    List<Integer> statuses = new ArrayList<>();
    for (CompletableFuture<Integer> answer : answers) {
      statuses.add(answer.get(60, TimeUnit.SECONDS));
    }
    assertThat(statuses).contains(200, 503).containsOnly(200, 503);
  }

  @Test
  void healthSaysWhatIsMissing() throws Exception {
    assertThat(get("health/live")).isEqualTo("200 {\"state\":\"up\"}");
    assertThat(get("health/ready")).isEqualTo("200 {\"state\":\"ready\"}");
    missing = "no broker answers";
    assertThat(get("health/ready")).isEqualTo("503 {\"state\":\"no broker answers\"}");
    assertThat(get("health/live")).startsWith("200");
  }

  private String get(String path) throws Exception {
    HttpResponse<String> got = client.send(request(path).build(), BodyHandlers.ofString());
    return got.statusCode() + " " + got.body();
  }
}
