package io.github.edgewatt.profiler.extract.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.fixtures.Fault;
import io.github.edgewatt.profiler.extract.Format;
import io.github.edgewatt.profiler.extract.Manifest;
import io.github.edgewatt.profiler.extract.Outcome;
import io.github.edgewatt.profiler.extract.Outcome.Failure;
import io.github.edgewatt.profiler.extract.Snapshot;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExtractionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENT = Duration.ofSeconds(15);

  @TempDir private Path root;
  private final SmallPrometheus prometheus = new SmallPrometheus();
  private final Quiet listener = new Quiet();

  private static final class Quiet implements Listener {
    private final AtomicInteger fetched = new AtomicInteger();
    private volatile Runnable whenFetched = () -> {};

    @Override
    public void begins(int segments) {
      fetched.set(0);
    }

    @Override
    public void fetched(String metric, long bytes) {
      fetched.incrementAndGet();
      whenFetched.run();
    }

    @Override
    public void failed(Failure failure) {
      assertThat(failure.reason().lines()).hasSize(1);
    }

    @Override
    public void warned(String warning) {
      assertThat(warning).isNotBlank();
    }
  }

  @AfterEach
  void end() {
    prometheus.close();
  }

  private Snapshot snapshot(long segmentPoints) throws Exception {
    return Snapshot.create(
        root, 1_700_000_100, prometheus.plan(segmentPoints, Format.JSON), "test");
  }

  private Outcome run(Snapshot snapshot, int threads, Duration patience) throws Exception {
    try (PrometheusClient client = prometheus.client(patience)) {
      return new Extraction(snapshot, List.of(client), threads, Consumer.NONE, listener).run();
    }
  }

  /** All samples of a metric, by series and time; a time that came twice is an error. */
  private static Map<String, String> samples(Path folder) throws Exception {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        JsonNode answer = JSON.readTree(file.toFile());
        assertThat(answer.path("status").asText()).isEqualTo("success");
        for (JsonNode series : answer.path("data").path("result")) {
          for (JsonNode sample : series.path("values")) {
            String key = series.path("metric") + " " + sample.get(0).asLong();
            assertThat(all.put(key, sample.get(1).asText())).as(key).isNull();
          }
        }
      }
    }
    return all;
  }

  private void assertWhole(Snapshot snapshot) throws Exception {
    assertThat(samples(snapshot.folder().resolve("static_gauge"))).hasSize(2 * 121);
    assertThat(samples(snapshot.folder().resolve("steps_total"))).hasSize(121);
    assertThat(samples(snapshot.folder().resolve("up"))).hasSize(121);
    assertThat(samples(snapshot.folder().resolve("wave"))).hasSize(121);
    try (Stream<Path> files = Files.walk(snapshot.folder())) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void savesAnswersUnderThePublishedNames() throws Exception {
    Snapshot snapshot = snapshot(100);
    Outcome outcome = run(snapshot, 3, PATIENT);
    assertThat(outcome.complete()).isTrue();
    assertThat(outcome.answers()).isEqualTo(8);
    assertThat(listener.fetched).hasValue(8);
    assertWhole(snapshot);
    assertThat(root.resolve("1700000100/wave/1699999400-1699999895.json")).isRegularFile();
    assertThat(root.resolve("1700000100/wave/1699999900-1700000000.json")).isRegularFile();
    assertThat(root.resolve("latest").toRealPath()).isEqualTo(snapshot.folder().toRealPath());
    assertThat(Files.size(root.resolve("1700000100/wave/1699999400-1699999895.json")))
        .isLessThan(outcome.bytes());
  }

  static List<Fault> passing() {
    return List.of(
        Fault.status(503, "starting"),
        Fault.status(500, "oops"),
        Fault.closed(),
        Fault.truncated());
  }

  @ParameterizedTest
  @MethodSource("passing")
  void asksAgainWhereThatHelps(Fault fault) throws Exception {
    Map<String, Integer> asked = new ConcurrentHashMap<>();
    prometheus
        .fake()
        .server()
        .fail(
            SmallPrometheus.RANGE,
            request ->
                asked.merge(SmallPrometheus.word(request, "query"), 1, Integer::sum) == 1
                    ? fault
                    : null);
    Snapshot snapshot = snapshot(1000);
    assertThat(run(snapshot, 4, PATIENT).complete()).isTrue();
    assertWhole(snapshot);
  }

  static List<Fault> lasting() {
    return List.of(
        Fault.html(),
        Fault.status(200, "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"no\"}"),
        Fault.status(200, "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\""),
        Fault.status(200, "{\"status\":\"success\"}"),
        Fault.status(400, "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"no\"}"),
        Fault.status(401, "who?"));
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void neverSavesAnErrorAndGoesOnLater(Fault fault) throws Exception {
    prometheus
        .fake()
        .server()
        .fail(
            SmallPrometheus.RANGE,
            request -> SmallPrometheus.word(request, "query").equals("wave") ? fault : null);
    Snapshot snapshot = snapshot(100);
    Outcome outcome = run(snapshot, 2, PATIENT);
    snapshot.record(outcome);
    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.failed()).hasSize(2).allMatch(one -> one.metric().equals("wave"));
    assertThat(samples(snapshot.folder().resolve("wave"))).isEmpty();
    assertThat(Manifest.read(snapshot.folder()).outcome()).isEqualTo(outcome);

    prometheus.fake().server().heal(SmallPrometheus.RANGE);
    Outcome again = run(Snapshot.open(snapshot.folder()), 2, PATIENT);
    assertThat(again.complete()).isTrue();
    assertThat(again.answers()).isEqualTo(2);
    assertWhole(snapshot);
  }

  @Test
  void asksInHalvesForWhatIsTooMuch() throws Exception {
    prometheus
        .fake()
        .server()
        .fail(
            SmallPrometheus.RANGE,
            request ->
                SmallPrometheus.points(request) > 20
                    ? Fault.status(
                        422,
                        "{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"query"
                            + " processing would load too many samples into memory\"}")
                    : null);
    Snapshot snapshot = snapshot(1000);
    Outcome outcome = run(snapshot, 2, PATIENT);
    assertThat(outcome.complete()).isTrue();
    assertThat(outcome.answers()).isEqualTo(4 * 8);
    assertWhole(snapshot);
    // What came in halves is as good as what came at once.
    assertThat(run(snapshot, 2, PATIENT).answers()).isZero();
  }

  @Test
  void givesUpWhereASingleInstantIsTooMuch() throws Exception {
    prometheus
        .fake()
        .server()
        .fail(
            SmallPrometheus.RANGE,
            request ->
                Fault.status(
                    422, "{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"no\"}"));
    Outcome outcome = run(snapshot(1000), 2, PATIENT);
    assertThat(outcome.failed()).hasSize(4);
    assertThat(outcome.failed().get(0).reason()).contains("cannot execute the query");
    assertThat(prometheus.fake().server().requests()).hasSizeLessThan(4 * 12);
  }

  @Test
  void aDeadServerIsNotAskedForEver() throws Exception {
    prometheus.fake().server().fail(SmallPrometheus.RANGE, request -> Fault.closed());
    Outcome outcome = run(snapshot(5), 1, Duration.ZERO);
    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.failed()).hasSize(4 * 25);
    assertThat(outcome.failed().get(99).reason()).startsWith("not asked");
    // OkHttp itself sends a request once more on another connection.
    assertThat(prometheus.fake().server().requests()).hasSizeLessThan(40);
  }

  @Test
  void warningsAreKept() throws Exception {
    prometheus.fake().warn("a block is missing");
    Outcome outcome = run(snapshot(50), 4, PATIENT);
    assertThat(outcome.complete()).isTrue();
    assertThat(outcome.warnings()).containsExactly("a block is missing");
  }

  @Test
  void asManyRequestsAtOnceAsAllowedAndNoMore() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch full = new CountDownLatch(6);
    prometheus
        .fake()
        .server()
        .fail(
            SmallPrometheus.RANGE,
            request -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              full.countDown();
              try {
                assertThat(full.await(30, TimeUnit.SECONDS)).isTrue();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              now.decrementAndGet();
              return null;
            });
    assertThat(run(snapshot(5), 6, PATIENT).complete()).isTrue();
    assertThat(most).hasValue(6);
  }

  @Test
  void goesOnAfterAStop() throws Exception {
    Snapshot snapshot = snapshot(10);
    try (PrometheusClient client = prometheus.client(PATIENT)) {
      Extraction extraction = new Extraction(snapshot, List.of(client), 1, Consumer.NONE, listener);
      listener.whenFetched =
          () -> {
            if (listener.fetched.get() == 5) {
              extraction.stop();
            }
          };
      Outcome stopped = extraction.run();
      assertThat(stopped.complete()).isFalse();
      assertThat(stopped.failed()).isEmpty();
      assertThat(stopped.answers()).isEqualTo(5);
    }
    Files.writeString(snapshot.folder().resolve("static_gauge/.1-2.json.part"), "cut");
    Outcome rest = run(Snapshot.open(root.resolve("latest")), 3, PATIENT);
    assertThat(rest.complete()).isTrue();
    assertThat(rest.answers()).isEqualTo(4 * 13 - 5);
    assertWhole(snapshot);
  }
}
