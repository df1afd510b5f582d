package io.github.edgewatt.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.FunctionRow;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.Samples;
import io.github.edgewatt.dataset.read.DatasetReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file of a run, byte for byte. A difference means that the published format changed: old
 * runs must still be read then, and {@code docs/dataset-format.md} has to say so.
 */
class GoldenRunTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/run");
  private static final Path FIRST = Path.of("src/test/resources/golden/first");

  @TempDir Path root;

  @Test
  void everyFileIsAsPublished() throws Exception {
    Path path;
    try (RunDirectory run = RunDirectory.create(root, Samples.manifest())) {
      path = run.path();
      for (JournalEntry event : Samples.events()) {
        run.append(event);
      }
      run.updateManifest(run.manifest().ended(Samples.START.plusSeconds(131), "finished"));
    }
    assertThat(content(path)).isEqualTo(content(GOLDEN));
  }

  /** A run that was made before columns were added. */
  @Test
  void aRunOfTheFirstVersionIsReadWithoutWhatCameLater() throws Exception {
    assertThat(DatasetReader.read(FIRST).problems()).isEmpty();
    assertThat(DatasetReader.read(FIRST).rows()).hasSize(4);
    assertThat(RunDirectory.read(FIRST)).hasSameSizeAs(Samples.events());
    List<MeasurementRow> rows = new ArrayList<>(DatasetReader.read(FIRST).rows());
    for (JournalEntry entry : RunDirectory.read(FIRST)) {
      if (entry instanceof JournalEntry.Measured measured) {
        rows.add(measured.row());
      }
    }
    assertThat(rows).hasSize(8);
    for (MeasurementRow row : rows) {
      assertThat(row.node().detail().sampleIntervalMillis()).isNaN();
      for (FunctionRow part : row.functions()) {
        assertThat(part.detail().replicasMean()).isNaN();
        assertThat(part.detail().workingSetBytes()).isNaN();
        assertThat(part.detail().meterPowerMicrowatts()).isNaN();
        assertThat(part.detail().due()).isNotNegative();
      }
    }
  }

  @Test
  void thePublishedFilesAreRead() throws Exception {
    assertThat(RunDirectory.read(GOLDEN)).isEqualTo(Samples.events());
    assertThat(ManifestFile.read(GOLDEN).differences(Samples.manifest())).isEmpty();
    assertThat(DatasetReader.read(GOLDEN).problems()).isEmpty();
    assertThat(DatasetReader.read(GOLDEN).rows())
        .extracting(
            row -> row.id() + " " + row.verdict().kind().text() + " " + row.verdict().reasons())
        .isEqualTo(
            List.of(
                "m0003 valid []",
                "m0004 overload-only [drops, 12 %, cpu 95 %]",
                "m0001 valid []",
                "m0002 invalid [sent 48.7/s of 50]"));
  }

  private static Map<String, String> content(Path folder) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.equals(RunLock.NAME)) {
          content.put(name, Files.readString(file, StandardCharsets.UTF_8));
        }
      }
    }
    return content;
  }
}
