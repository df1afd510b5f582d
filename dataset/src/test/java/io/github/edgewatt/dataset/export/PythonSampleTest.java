package io.github.edgewatt.dataset.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.NodeRow;
import io.github.edgewatt.dataset.Samples;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.dataset.run.JournalEntry.Measured;
import io.github.edgewatt.dataset.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Writes a made-up run and its export under {@code target/python-sample/}, for {@code
 * src/test/python/test_upstream_notebooks.py} to read.
 */
class PythonSampleTest {
  private static final Path SAMPLE = Path.of("target/python-sample");

  private final Random random = new Random(7);
  private final List<JournalEntry> events = new ArrayList<>();

  @Test
  void writesTheSample() throws Exception {
    deleteSample();
    for (String function : Samples.FUNCTIONS) {
      for (int rate = 10; rate <= 50; rate += 10) {
        measure(Kind.SOLO, Configuration.solo(function, rate));
      }
    }
    for (int left = 0; left < 2; left++) {
      List<String> functions = new ArrayList<>(Samples.FUNCTIONS);
      functions.remove(left);
      for (int first = 0; first <= 50; first += 25) {
        for (int last = 0; last <= 50; last += 25) {
          measure(Kind.MIX, new Configuration(functions, List.of(first, 25, last)));
        }
      }
    }
    Path run;
    try (RunDirectory directory = RunDirectory.create(SAMPLE, Samples.manifest())) {
      run = directory.path();
      directory.appendAll(events);
    }
    ExportReport report = UpstreamExport.write(run, SAMPLE.resolve("export"), Optional.empty());
    assertThat(report.soloRows()).isEqualTo(4 * 5 * 3);
    assertThat(report.mixRows()).isEqualTo(2 * 9 * 3 - report.overloadOnly());
    assertThat(report.overloadOnly()).isEqualTo(2);
    assertThat(report.nodeTypes()).containsExactly("LIGHT");
  }

  private void measure(Kind kind, Configuration asked) {
    for (int repeat = 1; repeat <= 3; repeat++) {
      String id = String.format("m%04d", events.size() + 1);
      MeasurementRow row = powered(Samples.row(id, kind, repeat, asked));
      boolean spoilt = repeat == 3 && asked.rates().equals(List.of(50, 25, 50));
      Verdict verdict =
          spoilt
              ? new Verdict(Verdict.Kind.OVERLOAD_ONLY, List.of("drops filled the cap"))
              : row.verdict();
      events.add(new Measured(Samples.with(row, verdict), events.size()));
    }
  }

  /** With noise between repeats, and with power, so that nothing is constant. */
  private MeasurementRow powered(MeasurementRow row) {
    List<FunctionRow> parts = new ArrayList<>();
    for (FunctionRow part : row.functions()) {
      parts.add(
          new FunctionRow(
              part.function(),
              part.rate(),
              part.successRate(),
              part.cpuPercent() * noise(),
              part.ramBytes() * noise(),
              part.rate() * 1000 * noise(),
              part.replicas(),
              part.rate() == 50,
              Math.rint(part.meanLatencyNanos() * noise()),
              part.detail()));
    }
    NodeRow node = row.node();
    return new MeasurementRow(
        row.id(),
        row.kind(),
        row.repeat(),
        row.startedAt(),
        parts,
        new NodeRow(
            node.cpuIdlePercent(),
            node.cpuPercent() * noise(),
            node.ramIdleBytes(),
            node.ramBytes() * noise(),
            node.ramIdlePercent(),
            node.ramPercent() * noise(),
            150_000,
            300_000 * noise(),
            node.restSeconds(),
            node.cpuPercent() > 100,
            node.detail()),
        row.verdict());
  }

  private double noise() {
    return 1 + random.nextGaussian() * 0.05;
  }

  private static void deleteSample() throws IOException {
    if (Files.exists(SAMPLE)) {
      List<Path> paths;
      try (Stream<Path> walk = Files.walk(SAMPLE)) {
        paths = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : paths) {
        Files.delete(path);
      }
    }
  }
}
