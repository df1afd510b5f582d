package io.github.edgewatt.workloads.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many calls at once, some of them too many. */
@QuarkusTest
@TestProfile(BusyRouteTest.ServingEatMemory.class)
class BusyRouteTest {
  @TestHTTPResource URI address;

  /** Six calls at once, four mebibytes at once. */
  public static final class ServingEatMemory implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "edgewatt.function", "eat-memory",
          "edgewatt.in-flight", "6",
          "edgewatt.eat-memory.most-mebibytes", "4");
    }
  }

  @Test
  void refusesBeyondItsBoundsAndAnswersTheRest() throws Exception {
    Caller caller = new Caller(address);
    List<CompletableFuture<HttpResponse<String>>> calls =
        Stream.generate(() -> caller.request("POST", "/", "application/json", "{}"))
            .limit(12)
            .map(request -> caller.client().sendAsync(request, BodyHandlers.ofString()))
            .toList();
    List<HttpResponse<String>> answers = calls.stream().map(CompletableFuture::join).toList();

    assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(4);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 503)
        .hasSize(8)
        .allMatch(answer -> answer.body().startsWith("{\"error\":\"already "));
    assertThat(caller.get("/").statusCode()).isEqualTo(200);
  }
}
