package io.github.edgewatt.profiler.kafka.track.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.kafka.track.result.TestResults;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What killed runs leave is completed once, and nothing else is touched. */
class RecoveryTest {
  private static final byte[] TOPIC = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OTHER = "another topic's!".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path root;

  private Path part(String run, String name, String text) throws IOException {
    return Files.writeString(Files.createDirectories(root.resolve(run)).resolve(name), text);
  }

  /** A run that ended without a chance to say so: only its lock is given back. */
  private Path killed(int rowsPerFile, long seconds, int partitions, long from, long to)
      throws IOException {
    RunFolder folder = RunFolder.create(root, seconds, "m");
    ResultFiles files = new ResultFiles(folder, TableHeader.GEN_2, rowsPerFile, TOPIC);
    for (long i = from; i < to; i++) {
      files.add(TestResults.numbered(Long.toString(i)), (int) (i % partitions), i / partitions);
    }
    folder.close();
    return folder.path();
  }

  private static void cut(Path file, long bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - bytes);
    }
  }

  @Test
  void nothingWasLeft() throws Exception {
    Recovered none = Recovery.of(root.resolve("nowhere"), TOPIC);
    assertThat(none.tables()).isEmpty();
    assertThat(none.next()).isEmpty();
    assertThat(none.marks()).isEmpty();
  }

  @Test
  void aHalfWrittenRowIsCut() throws Exception {
    Path part = part("1700000000_m", ".3.csv.part", ",source\n0,a\n1,b\n2,ha");
    Path whole = part.resolveSibling("3.csv");
    assertThat(Recovery.of(root, TOPIC).tables()).containsExactly(whole);
    assertThat(whole).hasContent(",source\n0,a\n1,b\n");
    assertThat(part).doesNotExist();
    assertThat(whole.resolveSibling(".lock")).doesNotExist();
    assertThat(Recovery.of(root, TOPIC).tables()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",sou", ",source\n", ",source\n0,half a row"})
  void aTableWithoutARowIsRemoved(String text) throws Exception {
    Path part = part("1700000000_m", ".0.csv.part", text);
    assertThat(Recovery.of(root, TOPIC).tables()).isEmpty();
    assertThat(part.getParent()).isEmptyDirectory();
  }

  @Test
  void aLongTableIsKeptWhole() throws Exception {
    String rows = "0,source of some length\n".repeat(20_000);
    Path part = part("1_m", ".0.csv.part", ",source\n" + rows + "half".repeat(30_000));
    assertThat(Recovery.of(root, TOPIC).tables()).hasSize(1);
    assertThat(part.resolveSibling("0.csv")).hasContent(",source\n" + rows);
  }

  @Test
  void aTableIsNeverOverwritten() throws Exception {
    Path whole = part("1700000000_m", "0.csv", ",source\n0,kept\n");
    Path part = part("1700000000_m", ".0.csv.part", ",source\n0,too\n");
    assertThatThrownBy(() -> Recovery.of(root, TOPIC))
        .isInstanceOf(IOException.class)
        .hasMessage(whole + " and its unfinished twin both exist: move one of them away by hand");
    assertThat(whole).hasContent(",source\n0,kept\n");
    assertThat(part).hasContent(",source\n0,too\n");
  }

  @Test
  void otherFilesAndFoldersAreLeftAlone() throws Exception {
    Path notes = part("notes", ".0.csv.part", ",source\n0,a\n1,ha");
    Path named = part("1700000000_m", ".x.csv.part", ",source\n0,a\n1,ha");
    Path whole = part("1700000001_m", "0.csv", ",source\n0,a\n1,ha");
    Files.writeString(root.resolve("1700000002_file"), "no folder");
    assertThat(Recovery.of(root, TOPIC).tables()).isEmpty();
    for (Path file : new Path[] {notes, named, whole}) {
      assertThat(file).hasContent(",source\n0,a\n1,ha");
    }
  }

  @Test
  void aRunThatGoesOnIsLeftAlone() throws Exception {
    try (RunFolder folder = RunFolder.create(root, 1_700_000_000, "m")) {
      ResultFiles files = new ResultFiles(folder, TableHeader.GEN_2, 10, TOPIC);
      files.add(TestResults.numbered("1"), 0, 1);
      Recovered recovered = Recovery.of(root, TOPIC);
      assertThat(recovered.tables()).isEmpty();
      assertThat(recovered.next()).isEmpty();
      assertThat(recovered.marks()).isEmpty();
      files.add(TestResults.numbered("2"), 0, 2);
      files.close(true);
      assertThat(folder.path().resolve("0.csv")).exists();
    }
  }

  @Test
  void aKilledRunsPlacesAreKnown() throws Exception {
    Path run = killed(4, 1_700_000_000, 2, 0, 10);
    Recovered recovered = Recovery.of(root, TOPIC);
    assertThat(recovered.tables()).containsExactly(run.resolve("2.csv"));
    assertThat(recovered.next()).isEqualTo(Map.of(0, 5L, 1, 5L));
    assertThat(recovered.marks()).containsExactly(run.resolve(".positions"));
    Recovery.forget(recovered);
    assertThat(Recovery.of(root, TOPIC).next()).isEmpty();
    assertThat(run.resolve(".positions")).doesNotExist();
    assertThat(run.resolve("2.csv")).exists();
  }

  @Test
  void placesAreKnownUntilTheyAreForgotten() throws Exception {
    killed(4, 1_700_000_000, 1, 0, 10);
    assertThat(Recovery.of(root, TOPIC).next()).isEqualTo(Map.of(0, 10L));
    Recovered again = Recovery.of(root, TOPIC);
    assertThat(again.tables()).isEmpty();
    assertThat(again.next()).isEqualTo(Map.of(0, 10L));
  }

  @Test
  void aRowThatDidNotComeToBeIsReadAgain() throws Exception {
    Path run = killed(100, 1_700_000_000, 1, 0, 10);
    cut(run.resolve(".0.csv.part"), 3);
    assertThat(Recovery.of(root, TOPIC).next()).isEqualTo(Map.of(0, 9L));
    assertThat(Files.readAllLines(run.resolve("0.csv"))).hasSize(10);
  }

  @Test
  void theOnlyRowOfATableDidNotComeToBe() throws Exception {
    Path run = killed(4, 1_700_000_000, 1, 0, 9);
    cut(run.resolve(".2.csv.part"), 1);
    Recovered recovered = Recovery.of(root, TOPIC);
    assertThat(recovered.next()).isEqualTo(Map.of(0, 8L));
    assertThat(recovered.tables()).isEmpty();
    assertThat(run.resolve("2.csv")).doesNotExist();
  }

  @Test
  void theFurthestOfSeveralRunsCounts() throws Exception {
    killed(100, 1_700_000_000, 1, 0, 30);
    killed(100, 1_700_000_100, 1, 30, 50);
    Recovered recovered = Recovery.of(root, TOPIC);
    assertThat(recovered.next()).isEqualTo(Map.of(0, 50L));
    assertThat(recovered.tables()).hasSize(2);
    assertThat(recovered.marks()).hasSize(2);
  }

  @Test
  void placesInATopicMadeAnewSayNothing() throws Exception {
    Path run = killed(100, 1_700_000_000, 1, 0, 10);
    Recovered recovered = Recovery.of(root, OTHER);
    assertThat(recovered.next()).isEmpty();
    assertThat(recovered.tables()).containsExactly(run.resolve("0.csv"));
    assertThat(recovered.marks()).hasSize(1);
  }

  @Test
  void spoiledPlacesSayNothing() throws Exception {
    part("1_m", ".positions", "");
    part("2_m", ".positions", "these are no positions at all, whoever wrote them");
    Recovered recovered = Recovery.of(root, TOPIC);
    assertThat(recovered.next()).isEmpty();
    assertThat(recovered.marks()).hasSize(2);
  }
}
