package io.github.edgewatt.profiler.kafka.track.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.kafka.track.result.TestResults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
  private static final byte[] TOPIC =
      "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  @TempDir Path root;

  private ResultFiles files(int rowsPerFile) throws Exception {
    return new ResultFiles(
        RunFolder.create(root, 1_700_000_000, "m"), TableHeader.GEN_2, rowsPerFile, TOPIC);
  }

  private static void add(ResultFiles files, int from, int to) throws Exception {
    for (int id = from; id < to; id++) {
      files.add(TestResults.numbered(Integer.toString(id)), 0, id);
    }
  }

  private List<String> names() throws Exception {
    try (Stream<Path> names = Files.list(root.resolve("1700000000_m"))) {
      return names.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> idsOf(String name) throws Exception {
    return Files.readAllLines(root.resolve("1700000000_m").resolve(name)).stream()
        .skip(1)
        .map(row -> row.substring(row.lastIndexOf(',') + 1))
        .toList();
  }

  @Test
  void soManyRowsAFileAndTheRestInTheLast() throws Exception {
    ResultFiles files = files(3);
    add(files, 0, 7);
    assertThat(names()).containsExactly(".2.csv.part", ".lock", ".positions", "0.csv", "1.csv");
    files.close(true);
    assertThat(files.rows()).isEqualTo(7);
    assertThat(names()).containsExactly("0.csv", "1.csv", "2.csv");
    assertThat(idsOf("0.csv")).containsExactly("0", "1", "2");
    assertThat(idsOf("1.csv")).containsExactly("3", "4", "5");
    assertThat(idsOf("2.csv")).containsExactly("6");
  }

  @Test
  void theIndexBeginsAnewInEachFile() throws Exception {
    ResultFiles files = files(2);
    add(files, 0, 4);
    files.close(true);
    for (String name : List.of("0.csv", "1.csv")) {
      List<String> lines = Files.readAllLines(files.path().resolve(name));
      assertThat(lines).hasSize(3);
      assertThat(lines.get(0) + "\n").isEqualTo(TableHeader.GEN_2.line());
      assertThat(lines.get(1)).startsWith("0,a,");
      assertThat(lines.get(2)).startsWith("1,a,");
    }
  }

  @Test
  void aFullLastFileHasNoEmptyOneBehindIt() throws Exception {
    ResultFiles files = files(2);
    add(files, 0, 2);
    files.close(true);
    assertThat(names()).containsExactly("0.csv");
  }

  @Test
  void eachRowIsThereAtOnce() throws Exception {
    ResultFiles files = files(100);
    for (int id = 0; id < 5; id++) {
      add(files, id, id + 1);
      assertThat(idsOf(".0.csv.part")).hasSize(id + 1).endsWith(Integer.toString(id));
    }
    files.close(true);
  }

  @Test
  void nothingCameAndNothingIsLeft() throws Exception {
    files(5).close(true);
    assertThat(names()).isEmpty();
  }

  @Test
  void whatKafkaDoesNotKnowOfIsLeftForTheNextRun() throws Exception {
    ResultFiles files = files(2);
    add(files, 40, 43);
    files.close(false);
    assertThat(names()).containsExactly(".positions", "0.csv", "1.csv");
    Recovered recovered = Recovery.of(root, TOPIC);
    assertThat(recovered.tables()).isEmpty();
    assertThat(recovered.next()).containsExactly(java.util.Map.entry(0, 43L));
  }
}
