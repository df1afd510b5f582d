package io.github.edgewatt.collector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.collector.state.Annotations;
import io.github.edgewatt.collector.window.Nodes;
import io.github.edgewatt.fixtures.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, and when, against an API server that does as it is told. */
@Timeout(60)
class SynchronizerTest extends SynchronizerFixture {
  @Test
  void writesAtOnceThenOnChangeThenAsAHeartbeat() throws Exception {
    pass();
    assertThat(server.writes()).isEqualTo(1);
    assertThat(server.annotations("n1").get(Annotations.SUMMARY)).contains("\"recentUsage\":0");
    for (int second = 0; second < 50; second++) {
      later(1_000);
      pass();
    }
    assertThat(server.writes()).as("nothing has changed").isEqualTo(1);
    event("n1", 7);
    later(10_000);
    pass();
    assertThat(server.writes()).isEqualTo(2);
    assertThat(server.annotations("n1").get(Annotations.SUMMARY)).contains("\"recentUsage\":7");
    later(59_000);
    pass();
    assertThat(server.writes()).isEqualTo(2);
    later(10_000);
    pass();
    assertThat(server.writes()).isEqualTo(3);
    assertThat(server.annotations("n1").get(Annotations.UPDATED_AT))
        .isEqualTo(Instant.ofEpochMilli(nowMillis).toString());
  }

  @Test
  void aChangeIsWrittenWithinTheIntervalAndNotMoreOften() throws Exception {
    pass();
    for (int second = 1; second <= 100; second++) {
      event("n1", 1);
      later(1_000);
      pass();
    }
    assertThat(server.writes()).isBetween(11, 14);
  }

  @Test
  void leavesOtherAnnotationsAloneAndPatchesItsOwn() throws Exception {
    pass();
    assertThat(server.annotations("n1")).containsEntry("other/key", "kept").hasSize(4);
    assertThat(server.lastPatch().header("Content-Type"))
        .startsWith("application/merge-patch+json");
    assertThat(server.lastPatch().bodyText())
        .startsWith("{\"metadata\":{\"annotations\":{")
        .doesNotContain("resourceVersion")
        .doesNotContain("other/key");
  }

  @ParameterizedTest
  @ValueSource(ints = {409, 500, 503, 422, 403, 429})
  void aRefusedWriteIsTriedAgainAndNothingIsLost(int status) throws Exception {
    pass();
    AtomicInteger refused = new AtomicInteger();
    server.failWrites(
        () -> refused.getAndIncrement() < 3 ? Fault.status(status, "{\"message\":\"no\"}") : null);
    event("n1", 5);
    later(10_000);
    pass();
    assertThat(synchronizer.status("n1").problem()).isEqualTo(status + " no");
    for (int i = 0; i < 20 && server.writes() < 2; i++) {
      later(500);
      pass();
    }
    assertThat(refused).hasValue(4);
    assertThat(server.annotations("n1").get(Annotations.SUMMARY)).contains("\"recentUsage\":5");
    assertThat(synchronizer.status("n1").problem()).isEmpty();
    assertThat(synchronizer.failures()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SILENT", "SLOW", "CLOSED", "HTML", "TRUNCATED", "OVERSIZED"})
  void misbehaviourEndsAtTheDeadlineAndIsTriedAgain(Fault.Kind kind) throws Exception {
    Fault fault = new Fault(kind, 200, "<html>", Duration.ofSeconds(12));
    server.failAll(() -> fault);
    event("n1", 5);
    long start = System.nanoTime();
    pass();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.multipliedBy(2));
    assertThat(synchronizer.failures()).isEqualTo(1);
    assertThat(synchronizer.status("n1").problem()).isNotEmpty().doesNotContain("\n");
    server.heal();
    later(1_000);
    pass();
    assertThat(server.annotations("n1").get(Annotations.SUMMARY)).contains("\"recentUsage\":5");
  }

  @Test
  void aServerThatComesLaterIsReadBeforeItIsWritten() throws Exception {
    event("n1", 5);
    pass();
    String earlier = server.annotations("n1").get(Annotations.STATE);
    int port = server.address().getPort();
    server.close();
    nodes = Nodes.one("n1");
    synchronizer = fresh();
    event("n1", 3);
    for (int i = 0; i < 5; i++) {
      pass();
      later(10_000);
    }
    assertThat(synchronizer.writes()).isZero();
    try (FakeApiServer again = FakeApiServer.start(port, "n1")) {
      again.put("n1", Annotations.STATE, earlier);
      later(10_000);
      pass();
      assertThat(again.annotations("n1").get(Annotations.SUMMARY)).contains("\"recentUsage\":8");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"version\":9}", "<html>", "null"})
  void whatCannotBeReadStartsEmptyAndIsReplaced(String earlier) throws Exception {
    server.put("n1", Annotations.STATE, earlier);
    event("n1", 3);
    pass();
    assertThat(server.annotations("n1").get(Annotations.SUMMARY)).contains("\"recentUsage\":3");
    assertThat(server.annotations("n1").get(Annotations.STATE)).startsWith("{\"version\":2");
  }

  @Test
  void theFlushWritesWhatIsNewAndEndsInTime() throws Exception {
    synchronizer =
        new Synchronizer(
            nodes, api, SETTINGS, this::now, System::nanoTime, new Backoff(DEADLINE, () -> 0));
    pass();
    event("n1", 5);
    assertThat(synchronizer.flush()).isZero();
    assertThat(server.annotations("n1").get(Annotations.SUMMARY)).contains("\"recentUsage\":5");
    assertThat(synchronizer.flush()).isZero();
    assertThat(server.writes()).isEqualTo(2);
    event("n1", 5);
    server.failAll(Fault::silent);
    long start = System.nanoTime();
    assertThat(synchronizer.flush()).isEqualTo(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(SETTINGS.flush().plusSeconds(20));
  }
}
