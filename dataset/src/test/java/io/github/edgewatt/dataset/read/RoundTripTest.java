package io.github.edgewatt.dataset.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.RandomRows;
import io.github.edgewatt.dataset.Samples;
import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.dataset.run.JournalEntry.Measured;
import io.github.edgewatt.dataset.run.RunDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void tablesGiveBackWhatTheyHold(long seed) throws Exception {
    List<MeasurementRow> rows = write(new RandomRows(seed, true));
    Dataset data = DatasetReader.read(root);
    assertThat(data.problems()).isEmpty();
    assertThat(data.rows()).containsExactlyInAnyOrderElementsOf(rows);
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7, 8})
  void theJournalGivesBackEveryBit(long seed) throws Exception {
    List<MeasurementRow> rows = write(new RandomRows(seed, false));
    List<JournalEntry> read = RunDirectory.read(root.resolve("latest"));
    assertThat(read).extracting(entry -> ((Measured) entry).row()).isEqualTo(rows);
  }

  private List<MeasurementRow> write(RandomRows random) throws Exception {
    List<MeasurementRow> rows = new ArrayList<>();
    try (RunDirectory run = RunDirectory.create(root, Samples.manifest())) {
      List<Measured> events = new ArrayList<>();
      for (int i = 1; i <= 200; i++) {
        rows.add(random.row(i, 1 + i % 3));
        events.add(new Measured(rows.get(i - 1), i));
      }
      run.appendAll(events);
    }
    return rows;
  }
}
