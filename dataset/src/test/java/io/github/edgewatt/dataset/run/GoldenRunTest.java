package io.github.edgewatt.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.Samples;
import io.github.edgewatt.dataset.read.DatasetReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
