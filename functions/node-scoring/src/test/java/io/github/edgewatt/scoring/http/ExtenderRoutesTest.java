package io.github.edgewatt.scoring.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.explain.FakeScorers;
import io.github.edgewatt.scoring.score.Estimate;
import io.github.edgewatt.scoring.score.NodeScore;
import io.github.edgewatt.scoring.score.Rejection;
import io.github.edgewatt.scoring.score.Scorer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scheduler meets, with two threads, a queue of two and a deadline of 3 s. */
@QuarkusTest
@Timeout(120)
class ExtenderRoutesTest {
  private static final String POD = "\"Pod\":{\"metadata\":{\"name\":\"p\"}}";
  private static final String NEUTRAL =
      "[{\"Host\":\"n1\",\"Score\":5},{\"Host\":\"n2\",\"Score\":5}]";
  private static final String TWO = "{" + POD + ",\"NodeNames\":[\"n1\",\"n2\"]}";
  private static final String ALL_PASS =
      "{\"NodeNames\":[\"n1\",\"n2\"],\"FailedNodes\":{},\"FailedAndUnresolvableNodes\":{},"
          + "\"Error\":\"\"}";

  @TestHTTPResource URI address;
  @Inject FakeScorers scorers;

  private Caller caller;

  @BeforeEach
  void connect() {
    caller = new Caller(address);
  }

  @AfterEach
  void restore() {
    scorers.use(FakeScorers.BY_NAME);
  }

  @Test
  void scoresInTenStepsAndUnknownNodesInTheMiddle() throws Exception {
    HttpResponse<String> answer =
        caller.post("/prioritize", "{" + POD + ",\"NodeNames\":[\"n2\",\"x\",\"n1\",\"n1\"]}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.body())
        .isEqualTo(
            "[{\"Host\":\"n2\",\"Score\":4},{\"Host\":\"x\",\"Score\":5},"
                + "{\"Host\":\"n1\",\"Score\":10},{\"Host\":\"n1\",\"Score\":10}]");
  }

  @Test
  void filtersInBothForms() throws Exception {
    String whole =
        "{"
            + POD
            + ",\"Nodes\":{\"items\":[{\"metadata\":{\"name\":\"full\"}},"
            + "{\"metadata\":{\"name\":\"x\"}}]}}";

    assertThat(caller.post("/filter", whole).body())
        .isEqualTo(
            "{\"Nodes\":{\"metadata\":{},\"items\":[{\"metadata\":{\"name\":\"x\"}}]},"
                + "\"FailedNodes\":{\"full\":\"no room\"},\"FailedAndUnresolvableNodes\":{},"
                + "\"Error\":\"\"}");
    assertThat(caller.post("/filter", "{" + POD + ",\"nodenames\":[\"full\",\"x\"]}").body())
        .contains("\"NodeNames\":[\"x\"]", "\"full\":\"no room\"");
  }

  @Test
  void noNodesHaveNoScores() throws Exception {
    assertThat(caller.post("/prioritize", "{" + POD + "}").body()).isEqualTo("[]");
    assertThat(caller.post("/filter", "{" + POD + ",\"NodeNames\":[]}").body())
        .startsWith("{\"NodeNames\":[],");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/filter", "/prioritize"})
  void whatIsNoQuestionIs400(String path) throws Exception {
    for (String body : List.of("", "x", "{}", "{\"Pod\":{},\"NodeNames\":5}", "[".repeat(5000))) {
      HttpResponse<String> answer = caller.post(path, body);

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).startsWith("{\"error\":\"").endsWith("\"}").doesNotContain("\\n");
    }
  }

  @Test
  void tenMegabytesAreAnsweredAndSeventeenRefused() throws Exception {
    String node =
        "{\"metadata\":{\"name\":\"n1\",\"labels\":{\"k\":\"" + "v".repeat(2_000) + "\"}}}";
    String items = String.join(",", Collections.nCopies(5_000, node));
    String body = "{" + POD + ",\"Nodes\":{\"items\":[" + items + "]}}";
    assertThat(body.length()).isGreaterThan(10_000_000);

    HttpResponse<String> scores = caller.post("/prioritize", body);

    assertThat(scores.statusCode()).isEqualTo(200);
    assertThat(scores.body().split("\"Host\":\"n1\"", -1)).hasSize(5_001);
    assertThat(caller.post("/filter", body).statusCode()).isEqualTo(200);
    HttpResponse<String> tooMuch = caller.post("/prioritize", "x".repeat(17 << 20));
    assertThat(tooMuch.statusCode()).isEqualTo(413);
    assertThat(tooMuch.body()).contains("larger than this service takes");
  }

  @Test
  void aScorerThatFailsLeavesAllNodesEqual() throws Exception {
    for (Supplier<List<NodeScore>> failing :
        List.<Supplier<List<NodeScore>>>of(
            () -> {
              throw new IllegalStateException("broken");
            },
            () -> {
              throw new StackOverflowError();
            },
            List::of)) {
      scorers.use(answering(failing));

      assertThat(caller.post("/prioritize", TWO).body()).isEqualTo(NEUTRAL);
    }
    scorers.use(
        answering(
            () -> {
              throw new IllegalStateException("broken");
            }));
    HttpResponse<String> filter = caller.post("/filter", TWO);
    assertThat(filter.statusCode()).isEqualTo(200);
    assertThat(filter.body()).isEqualTo(ALL_PASS);
  }

  @Test
  void aScorerThatHangsCostsTheDeadlineAndThenNothing() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(2);
    scorers.use(
        answering(
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              return List.of();
            }));

    long begun = System.nanoTime();
    assertThat(caller.post("/prioritize", TWO).body()).isEqualTo(NEUTRAL);
    assertThat(System.nanoTime() - begun).isBetween(2_900_000_000L, 30_000_000_000L);
    assertThat(caller.post("/filter", TWO + " ".repeat(100_000)).body()).isEqualTo(ALL_PASS);
    interrupted.await();
    scorers.use(FakeScorers.BY_NAME);
    assertThat(caller.post("/prioritize", TWO).body()).contains("\"Score\":10");
  }

  @Test
  void tooManyCallsAreAnsweredAtOnce() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    scorers.use(
        answering(
            () -> {
              await(release);
              return List.of();
            }));
    ExecutorService callers = Executors.newFixedThreadPool(12);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        answers.add(callers.submit(() -> caller.post("/prioritize", TWO).body()));
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo(NEUTRAL);
      }
    } finally {
      release.countDown();
      callers.shutdownNow();
    }
    assertThat(caller.get("/metrics").body())
        .containsPattern("scoring_answers_total\\{call=\"prioritize\",outcome=\"busy\"\\} [0-9]")
        .containsPattern("scoring_answers_total\\{call=\"prioritize\",outcome=\"late\"\\} [0-9]");
  }

  @Test
  void metricsTellCallsLatenciesAndWhyScoresAreNeutral() throws Exception {
    caller.post("/prioritize", "{" + POD + ",\"NodeNames\":[\"n3\",\"x\"]}");
    caller.post("/prioritize", "no");

    String metrics = caller.get("/metrics").body();

    assertThat(metrics)
        .containsPattern(
            "scoring_answers_total\\{call=\"prioritize\",outcome=\"answered\"\\} [1-9]")
        .containsPattern("scoring_answers_total\\{call=\"prioritize\",outcome=\"refused\"\\} [1-9]")
        .containsPattern("scoring_latency_seconds_bucket\\{call=\"prioritize\",le=\"0.005\"\\}")
        .containsPattern("scoring_neutral_total\\{why=\"temperature\"\\} [1-9]")
        .containsPattern("scoring_neutral_total\\{why=\"node\"\\} [1-9]");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A scorer whose every answer is this one's. */
  private static Scorer answering(Supplier<List<NodeScore>> scores) {
    return new Scorer() {
      @Override
      public List<Rejection> filter(Pod pod, List<String> nodes) {
        return scores.get().isEmpty() ? List.of() : List.of(new Rejection("?", "?", true));
      }

      @Override
      public List<NodeScore> score(Pod pod, List<String> nodes) {
        return scores.get();
      }

      @Override
      public Estimate estimate(Pod pod, List<String> nodes, int replicas) {
        throw new UnsupportedOperationException("not asked by a scheduler");
      }
    };
  }
}
