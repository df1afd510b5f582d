package io.github.edgewatt.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged application as the profiler starts it: a plain process. */
@Timeout(60)
class PackagedIT {
  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource({
    "figlet, Hello DFaas!, '\"lines\":6'",
    "shasum, abcde, 36bbe50ed96841d10443bcb670d6554f0a34b761be67ec9c4a8ad2c0c44ca42c",
    "nmap, 127.0.0.1, '\"scanned\":1000'",
    "env, EDGEWATT_, '{\"names\":[\"EDGEWATT_FUNCTION\"]'",
    "curl, '', '{\"status\":200,\"bytes\":16380'",
    "thumbnail, 64, '\"height\":48'"
  })
  void answersWhatUpstreamsCallersSend(String name, String body, String part) throws Exception {
    try (RunningWorkload workload = RunningWorkload.start(name)) {
      HttpResponse<String> answer =
          client.send(get(workload.address(), body), BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains(part);
      assertThat(workload.terminate()).isEqualTo(RunningWorkload.ENDED_BY_SIGTERM);
      assertThat(workload.errors()).isEmpty();
    }
  }

  @Test
  void answersTheCallInFlightBeforeItEnds() throws Exception {
    try (RunningWorkload workload = RunningWorkload.start("eat-memory")) {
      CompletableFuture<HttpResponse<String>> held =
          client.sendAsync(holdFourSeconds(workload.address()), BodyHandlers.ofString());
      workload.awaitHeld(held);
      workload.signal();
      int ready =
          workload.awaitNotReady(client); // 503 while it drains: others must send no more calls

      assertThat(ready).isEqualTo(503);
      assertThat(held).isNotDone();
      assertThat(held.get(10, TimeUnit.SECONDS).body()).contains("\"pages\":256");
      assertThat(workload.terminate()).isEqualTo(RunningWorkload.ENDED_BY_SIGTERM);
      assertThat(workload.errors()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "figlets", "FIGLET", "../figlet"})
  void refusesAMissingOrUnknownFunction(String name) throws Exception {
    try (RunningWorkload workload = RunningWorkload.launch(name)) {
      assertThat(workload.exitCode()).isEqualTo(2);
      assertThat(workload.errors())
          .hasSize(1)
          .first()
          .asString()
          .startsWith("workloads: ")
          .contains("set EDGEWATT_FUNCTION to one of figlet, shasum, nmap, env, curl, eat-memory");
    }
  }

  private static HttpRequest holdFourSeconds(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{\"holdMillis\":4000}"))
        .build();
  }

  private static HttpRequest get(URI address, String body) {
    return HttpRequest.newBuilder(address)
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "text/plain")
        .method("GET", HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
