package io.github.edgewatt.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.Samples;
import io.github.edgewatt.dataset.run.JournalEntry.Measured;
import io.github.edgewatt.dataset.run.JournalEntry.Note;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  @TempDir Path root;

  private static JournalEntry measured(String id) {
    return new Measured(Samples.row(id, Kind.SOLO, 1, Configuration.solo("env", 50)), 31);
  }

  @Test
  void aHalfWrittenEventIsCutAndTheRestStaysReadable() throws Exception {
    Path file = root.resolve("journal.jsonl");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try (Journal journal = new Journal(file, new FullDisk(channel, 300))) {
      journal.append(List.of(new Note(Samples.START, "first")));
      long size = Files.size(file);
      assertThatThrownBy(() -> journal.append(List.of(measured("m0001"))))
          .isInstanceOf(DatasetException.class)
          .hasMessage("cannot append to " + file + ": no space left on device");
      assertThat(Files.size(file)).isEqualTo(size);
    }
    assertThat(Journal.recover(file, new ArrayList<>()))
        .containsExactly(new Note(Samples.START, "first"));
  }

  @Test
  void aTableThatCannotBeWrittenLosesNothing() throws Exception {
    Path path;
    try (RunDirectory run = RunDirectory.create(root, Samples.manifest())) {
      path = run.path();
      run.append(measured("m0001"));
      // A folder in the table's place is as unwritable as a full disk.
      Files.delete(path.resolve("index.csv"));
      Files.createDirectory(path.resolve("index.csv"));
      assertThatThrownBy(() -> run.append(measured("m0002")))
          .isInstanceOf(DatasetException.class)
          .hasMessageStartingWith("cannot append to " + path.resolve("index.csv"));
      assertThatThrownBy(() -> run.append(measured("m0003")))
          .as("no further row once files disagree")
          .isInstanceOf(DatasetException.class);
    }
    Files.delete(path.resolve("index.csv"));
    try (RunDirectory run = RunDirectory.resume(path)) {
      assertThat(run.entries()).containsExactly(measured("m0001"), measured("m0002"));
      assertThat(Files.readAllLines(path.resolve("index.csv"))).hasSize(3);
    }
  }

  @Test
  void aTableChangedByAnotherProgramIsNotAppendedTo() throws Exception {
    try (RunDirectory run = RunDirectory.create(root, Samples.manifest())) {
      run.append(measured("m0001"));
      Path index = run.path().resolve("index.csv");
      Files.writeString(index, "other;header\n" + Files.readString(index));
      assertThatThrownBy(() -> run.append(measured("m0002")))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("was changed by another program");
    }
  }
}
