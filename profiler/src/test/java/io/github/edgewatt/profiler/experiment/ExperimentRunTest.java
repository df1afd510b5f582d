package io.github.edgewatt.profiler.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.edgewatt.profiler.experiment.journal.Journal;
import io.github.edgewatt.profiler.experiment.journal.StageEntry;
import io.github.edgewatt.profiler.experiment.journal.StageEntry.State;
import io.github.edgewatt.profiler.experiment.stage.StageException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentRunTest {
  @TempDir Path temporary;
  private FakeWorld world;

  @BeforeEach
  void make() throws Exception {
    world = new FakeWorld(temporary);
  }

  @Test
  void runsEveryStageInOrderAndLeavesItsFiles() throws Exception {
    Journal journal = world.run(FakeWorld.YAML, Map.of());

    assertThat(world.called()).containsExactly("init", "track", "feed", "extract", "correlate");
    assertThat(journal.stages())
        .extracting(StageEntry::stage)
        .containsExactly(
            "build",
            "reset",
            "init",
            "deploy",
            "consumer-1",
            "consumer-2",
            "track",
            "feed",
            "extract",
            "correlate");
    assertThat(journal.stages()).allMatch(entry -> entry.state() == State.DONE);
    assertThat(world.stackCalls()).containsExactly("up", "down");
    assertThat(FakeWorld.noneAlive(journal)).isTrue();
    assertThat(world.folder)
        .isDirectoryContaining(file -> file.endsWith("report.html"))
        .isDirectoryContaining(file -> file.endsWith("measured.json"))
        .isDirectoryContaining(file -> file.endsWith("usage.csv"));
    assertThat(Files.readString(world.folder.resolve("stack/targets.json")))
        .contains("\"job\":\"yolo-consumer\"", "\"job\":\"yolo-tracker\"");
    assertThat(Files.readString(world.folder.resolve("report.html")))
        .contains("4 images of 0.100 KB went to 2 consumers of synthetic:0.1")
        .contains("all of it is valid");
  }

  @Test
  void aFailingStageEndsAllAndNamesItsLog() throws Exception {
    assertThatThrownBy(() -> world.run(FakeWorld.YAML, Map.of("FAKE_FAIL", "extract")))
        .isInstanceOf(StageException.class)
        .hasMessage(
            "extract ended with 1: extract is told to fail (its log: "
                + world.folder.resolve("logs/extract.log")
                + ")");
    Journal journal = world.journal();
    assertThat(FakeWorld.noneAlive(journal)).isTrue();
    assertThat(world.stackCalls()).containsExactly("up", "down");
  }

  @Test
  void anExtractThatFailedIsTakenUpWithoutMeasuringAgain() throws Exception {
    assertThatThrownBy(() -> world.run(FakeWorld.YAML, Map.of("FAKE_FAIL", "extract")))
        .isInstanceOf(StageException.class);

    world.run(FakeWorld.YAML, Map.of());

    assertThat(world.called())
        .containsExactly("init", "track", "feed", "extract", "extract", "correlate");
    assertThat(world.folder.resolve("attempt-2")).doesNotExist();
  }

  @Test
  void aTornMeasurementIsRepeatedInAFolderOfItsOwn() throws Exception {
    assertThatThrownBy(() -> world.run(FakeWorld.YAML, Map.of("FAKE_FAIL", "feed")))
        .isInstanceOf(StageException.class)
        .hasMessageStartingWith("feed ended with 1");

    Journal journal = world.run(FakeWorld.YAML, Map.of());

    assertThat(journal.attempt("")).isEqualTo(2);
    assertThat(world.folder.resolve("yolo_outputs/1700000000_fake/0.csv")).exists();
    assertThat(world.folder.resolve("attempt-2/yolo_outputs/1700000000_fake/0.csv")).exists();
    assertThat(Files.readString(world.folder.resolve("report.html")))
        .contains("href=\"attempt-2/feed.csv\"");
    // What nobody consumed the first time must not reach the second.
    assertThat(world.stackCalls()).containsExactly("up", "down", "up", "reset", "down");
    assertThat(journal.stages().stream().filter(entry -> entry.stage().equals("feed")).toList())
        .last()
        .satisfies(
            entry -> assertThat(entry.command()).containsSequence("--first_id", "1000000000"));
  }

  @Test
  void aReportIsThereEvenWhereNothingCorrelates() throws Exception {
    assertThatThrownBy(() -> world.run(FakeWorld.YAML, Map.of("FAKE_FAIL", "correlate")))
        .isInstanceOf(StageException.class)
        .hasMessageStartingWith("correlate ended with 1");
    assertThat(world.folder.resolve("report.html")).exists();
  }

  @Test
  void aFinishedExperimentOnlyWritesItsReportAgain() throws Exception {
    world.run(FakeWorld.YAML, Map.of());
    Files.delete(world.folder.resolve("report.html"));

    world.run(FakeWorld.YAML, Map.of());

    assertThat(world.folder.resolve("report.html")).exists();
    assertThat(world.called()).hasSize(5);
    assertThat(world.stackCalls()).containsExactly("up", "down");
  }

  @Test
  void aStopEndsFeedTrackerConsumersAndStack() throws Exception {
    CompletableFuture<Journal> running =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return world.run(FakeWorld.YAML, Map.of("FAKE_FEED_SECONDS", "60"));
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    await(() -> world.called().contains("feed"));

    world.stop.ask();

    assertThatThrownBy(() -> running.get(60, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(InterruptedException.class);
    Journal journal = world.journal();
    assertThat(FakeWorld.noneAlive(journal)).isTrue();
    assertThat(world.stackCalls()).containsExactly("up", "down");
    assertThat(states(journal, "feed", "track")).containsOnly(State.STOPPED);
    // The tracker was asked, not killed: it has kept what it had.
    assertThat(world.folder.resolve("yolo_outputs/1700000000_fake/0.csv")).exists();
    for (String line : Files.readAllLines(world.log)) {
      assertThat(ProcessHandle.of(Long.parseLong(line.split(" ", 2)[1]))).isEmpty();
    }
  }

  @Test
  void aSweepMeasuresEachCombinationInItsFolderAndComparesThem() throws Exception {
    world.run(FakeWorld.YAML + "sweep: {resolutions: [160, 320], counts: [1]}\n", Map.of());

    assertThat(world.stackCalls()).containsExactly("up", "reset", "down");
    assertThat(world.folder.resolve("01-synthetic-0.1-160px-x1/report.html")).exists();
    assertThat(world.folder.resolve("02-synthetic-0.1-320px-x1/yolo_outputs")).exists();
    assertThat(Files.readAllLines(world.folder.resolve("sweep.csv")))
        .hasSize(3)
        .element(2)
        .asString()
        // What the answers tell, not what was asked for.
        .startsWith("\"synthetic:0.1\",32,1,4,4,0,0,")
        .endsWith(",02-synthetic-0.1-320px-x1");
    assertThat(Files.readString(world.folder.resolve("report.html")))
        .contains("2 combinations of models, resolutions and consumers were fed 8 images")
        .contains("href=\"01-synthetic-0.1-160px-x1/report.html\"")
        .contains("1 consumer, synthetic:0.1 at 32</a>")
        .contains("input is 32, not the 160 that was asked for");
  }

  @Test
  void aPrometheusThatDoesNotAnswerIsToldBeforeAnythingStarts() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }

    assertThatThrownBy(() -> world.run(FakeWorld.ofCluster(closed), Map.of()))
        .isInstanceOf(StageException.class)
        .hasMessageStartingWith("nothing was started, because the extract would fail: ")
        .hasMessageContaining("127.0.0.1:" + closed)
        .hasMessageNotContaining("\n");
    assertThat(world.called()).isEmpty();
    assertThat(world.kubectlLog).doesNotExist();
  }

  @Test
  void aClustersConsumersAreToldTheTopicsAndPutBack() throws Exception {
    HttpServer prometheus =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    prometheus.createContext(
        "/api/v1/status/buildinfo",
        exchange -> {
          byte[] answer =
              "{\"status\":\"success\",\"data\":{\"version\":\"2.42.0\"}}".getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    prometheus.start();
    try {
      world.run(FakeWorld.ofCluster(prometheus.getAddress().getPort()), Map.of());
    } finally {
      prometheus.stop(0);
    }

    assertThat(world.called()).containsExactly("init", "track", "feed", "extract", "correlate");
    String namespace = "-n workload ";
    assertThat(Files.readAllLines(world.kubectlLog))
        .containsExactly(
            namespace + "get deployment/yolo-consumer -o json",
            namespace + "get hpa/yolo-consumer -o json",
            namespace
                + "set env deployment/yolo-consumer KAFKA_INPUT_TOPIC=in KAFKA_OUTPUT_TOPIC=out"
                + " VALIDATE_RESULTS=TRUE YOLO_MODEL=synthetic:0.1 YOLO_THREADS=1",
            namespace
                + "patch hpa/yolo-consumer --type=merge -p"
                + " {\"spec\":{\"minReplicas\":2,\"maxReplicas\":2}}",
            namespace + "scale deployment/yolo-consumer --replicas=2",
            namespace + "rollout status deployment/yolo-consumer --timeout=300s",
            namespace
                + "patch hpa/yolo-consumer --type=merge -p"
                + " {\"spec\":{\"minReplicas\":1,\"maxReplicas\":34}}",
            namespace
                + "set env deployment/yolo-consumer KAFKA_INPUT_TOPIC=yolo_input"
                + " KAFKA_OUTPUT_TOPIC- VALIDATE_RESULTS- YOLO_MODEL=old.onnx YOLO_THREADS-",
            namespace + "scale deployment/yolo-consumer --replicas=3");
  }

  private static Stream<State> states(Journal journal, String... stages) {
    List<String> wanted = List.of(stages);
    return journal.stages().stream()
        .filter(entry -> wanted.contains(entry.stage()))
        .map(StageEntry::state);
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.holds()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
