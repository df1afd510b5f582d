package io.github.edgewatt.profiler.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.TestRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault, one line each: what went wrong, what the user reads, the exit code, what is stored.
 * Runs are real processes of the command line; several go at a time, each with fakes and folders of
 * its own.
 */
class FaultMatrixIT {
  private static final int AT_A_TIME = 6;

  @TempDir Path root;

  @Test
  void everyFaultIsToldSurvivedAndStoredAsWhatItIs() throws Exception {
    List<FaultCase> cases =
        Stream.of(
                GatewayStartFaults.cases(),
                GatewayRunFaults.cases(),
                PrometheusStartFaults.cases(),
                PrometheusRunFaults.cases(),
                EnergyRunFaults.cases(),
                LongFaults.cases())
            .flatMap(List::stream)
            .filter(one -> one.name().contains(System.getProperty("edgewatt.fault", "")))
            .toList();
    List<String> failed = new ArrayList<>();
    StringBuilder matrix = new StringBuilder("fault | what the user reads | exit | stored\n");
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<FaultLine>> lines = new ArrayList<>();
      for (FaultCase one : cases) {
        Path folder = Files.createDirectory(root.resolve("fault-" + lines.size()));
        lines.add(threads.submit(() -> tried(one, folder)));
      }
      for (int i = 0; i < lines.size(); i++) {
        try {
          matrix.append(shortened(lines.get(i).get().toString())).append('\n');
        } catch (java.util.concurrent.ExecutionException e) {
          failed.add(cases.get(i).name() + ": " + e.getCause().getMessage());
        }
      }
    } finally {
      threads.shutdownNow();
    }
    System.out.print(matrix);
    Files.writeString(TestRuns.home().resolve("profiler/target/fault-matrix.txt"), matrix);
    assertThat(failed).isEmpty();
  }

  /** Once more where it failed: on a busy machine a run's rows may be spoilt by something else. */
  private static FaultLine tried(FaultCase one, Path folder) throws Exception {
    try {
      return one.run(Files.createDirectory(folder.resolve("first")));
    } catch (AssertionError e) {
      System.out.println("once more: " + one.name() + ": " + e.getMessage());
      return one.run(Files.createDirectory(folder.resolve("second")));
    }
  }

  /** Temporary folders and ports tell nobody anything. */
  private String shortened(String line) {
    return line.replaceAll(root + "/fault-\\d+/[a-z]+", "…")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "HOST");
  }
}
