package io.github.edgewatt.profiler.experiment.deploy;

import io.github.edgewatt.profiler.platform.local.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a consumer's {@code /health/ready}. */
final class Readiness {
  private static final Duration MOST = Duration.ofSeconds(2);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(MOST).build();

  /** Whether whoever listens on the port says that it is ready. */
  boolean ready(int port) throws InterruptedException {
    URI uri = URI.create("http://" + FreePorts.HOST + ":" + port + "/health/ready");
    try {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(MOST).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
