package io.github.edgewatt.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.RandomRows;
import io.github.edgewatt.dataset.Samples;
import io.github.edgewatt.dataset.read.Dataset;
import io.github.edgewatt.dataset.read.DatasetReader;
import io.github.edgewatt.dataset.run.JournalEntry.Measured;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process is killed while it writes, several times over, and its run resumed each time. */
class KilledWriterIT {
  private static final int KILLS = 6;

  @TempDir Path root;

  /** Appends rows as fast as it can and says each that is safe. */
  public static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws Exception {
      try (RunDirectory run = RunDirectory.resume(Path.of(arguments[0]))) {
        for (int number = run.entries().size() + 1; number < 1_000_000; number++) {
          run.append(new Measured(rowOf(number), number));
          System.out.println(number);
        }
      }
    }
  }

  private static MeasurementRow rowOf(int number) {
    return new RandomRows(number, true).row(number, 1);
  }

  @Test
  void kill9LosesNoRowAndDoublesNone() throws Exception {
    Path path;
    try (RunDirectory run = RunDirectory.create(root, Samples.manifest())) {
      path = run.path();
    }
    int safe = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      safe = writeAndKill(path, safe + 17 * kill);
      try (RunDirectory run = RunDirectory.resume(path)) {
        // One more row may have reached the disk before its writer could say so.
        assertThat(run.entries()).hasSizeBetween(safe, safe + 40);
        safe = run.entries().size();
      }
      List<MeasurementRow> expected = new ArrayList<>();
      for (int number = 1; number <= safe; number++) {
        expected.add(rowOf(number));
      }
      assertThat(RunDirectory.read(path))
          .extracting(entry -> ((Measured) entry).row())
          .isEqualTo(expected);
      Dataset tables = DatasetReader.read(path);
      assertThat(tables.problems()).isEmpty();
      assertThat(tables.rows()).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  /** Lets a writer go on until it has said {@code until}, then kills it; returns the last said. */
  private static int writeAndKill(Path run, int until) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                run.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int said = 0;
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said = Integer.parseInt(line);
        if (said == until) {
          // Through the handle: Process itself would close the stream we still read.
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(said).isGreaterThanOrEqualTo(until);
    return said;
  }
}
