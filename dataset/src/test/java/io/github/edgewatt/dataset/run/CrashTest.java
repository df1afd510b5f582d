package io.github.edgewatt.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.RandomRows;
import io.github.edgewatt.dataset.Samples;
import io.github.edgewatt.dataset.read.Dataset;
import io.github.edgewatt.dataset.read.DatasetReader;
import io.github.edgewatt.dataset.run.JournalEntry.Measured;
import io.github.edgewatt.dataset.run.JournalEntry.Skipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a kill leaves behind, resume makes the folder say exactly what the journal says. */
class CrashTest {
  private static final int EVENTS = 12;

  @TempDir Path root;
  private Path original;
  private final List<JournalEntry> events = new ArrayList<>();

  @BeforeEach
  void writeRun() throws Exception {
    RandomRows rows = new RandomRows(42, true);
    try (RunDirectory run = RunDirectory.create(root.resolve("output"), Samples.manifest())) {
      original = run.path();
      for (int i = 1; i <= EVENTS; i++) {
        events.add(
            i % 4 == 0
                ? new Skipped(Samples.mix(10, i, 20), "dominated by figlet=10, because")
                : new Measured(rows.row(i, 1), i * 31.0));
        run.append(events.get(i - 1));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void journalCutAtAnyByteGivesExactlyItsCompleteLines(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 8; i++) {
      Path copy = copyRun("journal-" + seed + "-" + i);
      Path journal = copy.resolve("journal.jsonl");
      byte[] bytes = Files.readAllBytes(journal);
      int cut = random.nextInt(bytes.length + 1);
      Files.write(journal, Arrays.copyOf(bytes, cut));
      expectResumed(copy, events.subList(0, completeLines(bytes, cut)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void tablesCutAtAnyByteAreRebuilt(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 5; i++) {
      Path copy = copyRun("tables-" + seed + "-" + i);
      for (Path table : tables(copy)) {
        byte[] bytes = Files.readAllBytes(table);
        Files.write(table, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
      }
      expectResumed(copy, events);
      assertThat(snapshot(copy)).isEqualTo(snapshot(original));
    }
  }

  @Test
  void missingAndDoubledRowsAndFilesAreMended() throws Exception {
    Path copy = copyRun("mixed");
    List<Path> tables = tables(copy);
    Files.delete(tables.get(1));
    List<String> lines = new ArrayList<>(Files.readAllLines(tables.get(2)));
    lines.add(lines.get(1));
    Files.write(tables.get(2), lines);
    List<String> fewer = new ArrayList<>(Files.readAllLines(copy.resolve("index.csv")));
    fewer.remove(2);
    Files.write(copy.resolve("index.csv"), fewer);

    try (RunDirectory run = RunDirectory.resume(copy)) {
      assertThat(run.repairs())
          .hasSize(3)
          .anyMatch(line -> line.endsWith("was missing, rebuilt"))
          .anyMatch(line -> line.equals("index.csv: differed from the journal, rebuilt"));
    }
    assertThat(snapshot(copy)).isEqualTo(snapshot(original));
  }

  @Test
  void aTailOfNulBytesIsCutAsATornLine() throws Exception {
    Path copy = copyRun("nul");
    Path journal = copy.resolve("journal.jsonl");
    byte[] bytes = Files.readAllBytes(journal);
    Files.write(journal, Arrays.copyOf(bytes, bytes.length + 4096));

    assertThat(RunDirectory.read(copy)).isEqualTo(events);
    try (RunDirectory run = RunDirectory.resume(copy)) {
      assertThat(run.repairs())
          .containsExactly(
              "journal.jsonl: cut a torn last line of 4096 bytes after 12 complete ones");
    }
    assertThat(Files.readAllBytes(journal)).isEqualTo(bytes);
  }

  @Test
  void damageThatNoKillExplainsIsRefusedWithItsLine() throws Exception {
    Path copy = copyRun("damaged");
    Path journal = copy.resolve("journal.jsonl");
    List<String> lines = new ArrayList<>(Files.readAllLines(journal));
    String third = lines.set(2, lines.get(2).substring(5));
    Files.write(journal, lines);
    assertThatThrownBy(() -> RunDirectory.resume(copy))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("journal.jsonl line 3 is damaged");

    lines.set(2, third);
    lines.add(third);
    Files.write(journal, lines);
    assertThatThrownBy(() -> RunDirectory.resume(copy))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("line 13 repeats measurement m0003");
  }

  @Test
  void aLostJournalNeverCostsTheTables() throws Exception {
    Path copy = copyRun("lost");
    Files.delete(copy.resolve("journal.jsonl"));
    assertThatThrownBy(() -> RunDirectory.resume(copy))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("has lost its journal.jsonl");
    assertThat(tables(copy)).hasSameSizeAs(tables(original));
  }

  @Test
  void killedBeforeTheFirstEventIsAnEmptyRun() throws Exception {
    Path copy = copyRun("empty");
    for (Path table : tables(copy)) {
      Files.delete(table);
    }
    Files.delete(copy.resolve("journal.jsonl"));
    try (RunDirectory run = RunDirectory.resume(copy)) {
      assertThat(run.entries()).isEmpty();
      run.append(events.get(0));
    }
    assertThat(RunDirectory.read(copy)).isEqualTo(events.subList(0, 1));
  }

  private void expectResumed(Path folder, List<JournalEntry> expected) throws Exception {
    try (RunDirectory run = RunDirectory.resume(folder)) {
      assertThat(run.entries()).isEqualTo(expected);
    }
    try (RunDirectory run = RunDirectory.resume(folder)) {
      assertThat(run.repairs()).as("a second resume has nothing to mend").isEmpty();
    }
    List<MeasurementRow> rows = new ArrayList<>();
    for (JournalEntry entry : expected) {
      if (entry instanceof Measured measured) {
        rows.add(measured.row());
      }
    }
    if (!rows.isEmpty()) {
      Dataset dataset = DatasetReader.read(folder);
      assertThat(dataset.problems()).isEmpty();
      assertThat(dataset.rows()).containsExactlyInAnyOrderElementsOf(rows);
    }
  }

  /** Lines whose JSON is whole, with or without their line end. */
  private static int completeLines(byte[] bytes, int cut) {
    int count = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n' && i <= cut) {
        count++;
      }
    }
    return count;
  }

  private Path copyRun(String name) throws IOException {
    Path copy = root.resolve(name);
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            copy.resolve(original.relativize(file).toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return copy;
  }

  private static List<Path> tables(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".csv"))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  private static Map<String, String> snapshot(Path folder) throws IOException {
    Map<String, String> content = new TreeMap<>();
    for (Path table : tables(folder)) {
      content.put(
          folder.relativize(table).toString(), Files.readString(table, StandardCharsets.UTF_8));
    }
    return content;
  }
}
