package io.github.edgewatt.dataset.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.RealData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamDataTest {

  @Test
  void readsSixSoloProfilesOfThirtyRows() throws Exception {
    Dataset data = DatasetReader.read(RealData.dfaas().resolve("solo"));
    assertThat(data.problems()).isEmpty();
    assertThat(data.files()).hasSize(6).allMatch(file -> file.rows().size() == 30);
    assertThat(data.rows()).hasSize(180).allMatch(row -> row.kind() == Kind.SOLO);
    assertThat(data.rows()).extracting(MeasurementRow::repeat).containsOnly(1, 2, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIGHT", "MID", "HEAVY"})
  void readsEveryRowOfEveryMix(String nodeType) throws Exception {
    Path folder = RealData.dfaas().resolve("mixes").resolve(nodeType);
    Dataset data = DatasetReader.read(folder);

    assertThat(data.rows()).hasSize((int) goodLines(folder));
    assertThat(data.files()).allMatch(file -> file.nodeType().orElse("").equals(nodeType));
    assertThat(data.rows()).allMatch(row -> row.functions().size() == 3);
    if (nodeType.equals("LIGHT")) {
      assertThat(data.problems()).hasSize(1);
      Problem problem = data.problems().get(0);
      assertThat(problem.what()).isEqualTo("holds NUL bytes");
      assertThat(problem.file()).hasFileName("results-2024-01-04_09-20-32-1-30s.csv");
      assertThat(problem.line()).isEqualTo(387);
    } else {
      assertThat(data.problems()).isEmpty();
    }
  }

  @Test
  void readsTheWholeTreeAtOnce() throws Exception {
    Path folder = RealData.dfaas();
    Dataset data = DatasetReader.read(folder);
    assertThat(data.problems()).hasSize(1);
    assertThat(data.rows()).hasSize((int) goodLines(folder));
  }

  /** Counts bytes, not rows: lines that are neither header, empty nor NUL. */
  private static long goodLines(Path folder) throws IOException {
    long count = 0;
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(file -> file.toString().endsWith(".csv")).toList();
    }
    for (Path file : files) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      count += text.lines().filter(line -> !line.isBlank() && line.indexOf('\0') < 0).count() - 1;
    }
    return count;
  }
}
