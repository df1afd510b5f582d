package io.github.edgewatt.dataset.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.dataset.run.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dataset that comes along: a real run, which this version has to read. */
class ExampleDatasetTest {
  @Test
  void readsWithoutAProblemAndAgreesWithItsJournal() throws Exception {
    Path example = Path.of("").toAbsolutePath();
    while (!Files.exists(example.resolve("output/example/run.json"))) {
      example = example.getParent();
    }
    example = example.resolve("output/example");
    Dataset dataset = DatasetReader.read(example);
    assertThat(dataset.problems()).isEmpty();
    assertThat(dataset.rows(MeasurementRow.Kind.SOLO)).hasSize(12);
    assertThat(dataset.rows(MeasurementRow.Kind.MIX)).hasSize(6);
    assertThat(dataset.rows()).allMatch(row -> row.verdict().isValid());
    List<String> journal =
        RunDirectory.read(example).stream()
            .filter(JournalEntry.Measured.class::isInstance)
            .map(entry -> ((JournalEntry.Measured) entry).row().id())
            .toList();
    assertThat(dataset.rows())
        .extracting(MeasurementRow::id)
        .containsExactlyInAnyOrderElementsOf(journal);
  }
}
