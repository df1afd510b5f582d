package io.github.edgewatt.profiler.experiment;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.profiler.TestRuns;
import io.github.edgewatt.profiler.energy.NoMeter;
import io.github.edgewatt.profiler.experiment.journal.ExperimentHead;
import io.github.edgewatt.profiler.experiment.journal.Journal;
import io.github.edgewatt.profiler.experiment.spec.Experiment;
import io.github.edgewatt.profiler.experiment.spec.Overrides;
import io.github.edgewatt.profiler.experiment.stage.Programs;
import io.github.edgewatt.profiler.experiment.stage.StageRunner;
import io.github.edgewatt.profiler.experiment.stage.StageScreen;
import io.github.edgewatt.profiler.experiment.stage.Stop;
import io.github.edgewatt.profiler.platform.local.FreePorts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Experiments of programs that only pretend, each a real process. */
final class FakeWorld {
  static final String YAML =
      """
      name: fake
      stack: ./fake-stack.sh
      topics: {partitions: 2}
      consumers: {count: 2, model: "synthetic:0.1"}
      settle: 0s
      feed: {duration: 2s, breakpoints: 1, n_cycles: 1}
      track: {timeout: 5s, drain: 30s}
      extract: {sampling: 1}
      """;

  /** The same with consumers of a cluster and servers that run. */
  static String ofCluster(int prometheus) {
    return YAML.replace(
            "stack: ./fake-stack.sh",
            "kafka: {servers: '127.0.0.1:1'}\nprometheus: 'http://127.0.0.1:" + prometheus + "'")
        .replace("{count: 2,", "{platform: kubectl, hpa: fixed, count: 2,")
        .replace("{partitions: 2}", "{partitions: 2, input: in, output: out}");
  }

  final Path folder;
  final Path log;
  final Path kubectlLog;
  final Stop stop = new Stop();
  final StringWriter screen = new StringWriter();
  private final Path scripts;

  FakeWorld(Path temporary) throws IOException {
    folder = Files.createDirectories(temporary.resolve("experiment"));
    scripts = Files.createDirectories(temporary.resolve("scripts"));
    log = temporary.resolve("calls.txt");
    kubectlLog = temporary.resolve("kubectl.txt");
    Files.createFile(log);
    for (String script : List.of("fake-profiler.sh", "fake-stack.sh", "fake-kubectl.sh")) {
      Path copy = scripts.resolve(script);
      Files.copy(FakeWorld.class.getResourceAsStream(script), copy);
      copy.toFile().setExecutable(true);
    }
  }

  /** Runs an experiment in the folder, or goes on with it. */
  Journal run(String yaml, Map<String, String> settings) throws Exception {
    Journal journal = journal();
    Path file = scripts.resolve("experiment.yaml");
    Files.writeString(file, yaml);
    Experiment experiment = ExperimentFolder.read(file, TestRuns.home(), Overrides.NONE);
    StageScreen lines = new StageScreen(new PrintWriter(screen, true), false);
    StageRunner runner = new StageRunner(folder, journal, programs(settings), lines, stop);
    Tools tools =
        new Tools(new NoMeter("no meter here"), FreePorts.ofThisMachine(), Clock.systemUTC());
    new ExperimentRun(folder, experiment, journal, runner, tools).call();
    return journal;
  }

  Journal journal() throws DatasetException {
    if (Files.exists(folder.resolve(Journal.NAME))) {
      return Journal.open(folder, Clock.systemUTC());
    }
    ExperimentHead head =
        new ExperimentHead(
            "fake-1",
            "fake",
            List.of("experiment", "fake.yaml"),
            scripts.toString(),
            null,
            null,
            "2 cores",
            "none",
            "test",
            "2026-11-22T10:15:00Z");
    return Journal.create(folder, head, Clock.systemUTC());
  }

  private Programs programs(Map<String, String> settings) {
    List<String> profiler = new ArrayList<>(List.of("env", "FAKE_LOG=" + log));
    settings.forEach((name, value) -> profiler.add(name + "=" + value));
    profiler.add(scripts.resolve("fake-profiler.sh").toString());
    List<String> consumer =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-Xmx32m",
            "-cp",
            System.getProperty("java.class.path"),
            FakeConsumer.class.getName());
    List<String> kubectl =
        List.of("env", "FAKE_LOG=" + kubectlLog, scripts.resolve("fake-kubectl.sh").toString());
    return new Programs(profiler, consumer, List.of("true"), kubectl);
  }

  /** Stages that were called, in order. */
  List<String> called() throws IOException {
    return Files.readAllLines(log).stream().map(line -> line.split(" ", 2)[0]).toList();
  }

  /** What the stack's script was asked. */
  List<String> stackCalls() throws IOException {
    return Files.readAllLines(folder.resolve("stack/calls"));
  }

  /** Whether no process of the journal's command lines is left. */
  static boolean noneAlive(Journal journal) {
    return journal.processes().isEmpty();
  }
}
