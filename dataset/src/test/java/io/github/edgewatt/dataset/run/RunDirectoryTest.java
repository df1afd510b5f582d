package io.github.edgewatt.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.Samples;
import io.github.edgewatt.dataset.run.JournalEntry.Measured;
import io.github.edgewatt.dataset.run.JournalEntry.Note;
import io.github.edgewatt.dataset.run.JournalEntry.SessionEnded;
import io.github.edgewatt.dataset.run.JournalEntry.SessionStarted;
import io.github.edgewatt.dataset.run.JournalEntry.Skipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
  @TempDir Path root;

  private static List<JournalEntry> events() {
    List<JournalEntry> events = new ArrayList<>();
    events.add(new SessionStarted(Samples.START, List.of("run", "50"), new Tool("1", "c")));
    events.add(
        new JournalEntry.Baseline(Samples.START, List.of("figlet"), 3.5, 1.5e9, 12.25, Double.NaN));
    events.add(
        new Measured(Samples.row("m0001", Kind.SOLO, 1, Configuration.solo("figlet", 50)), 31.5));
    events.add(new Measured(Samples.row("m0002", Kind.MIX, 1, Samples.mix(10, 0, 50)), 63.25));
    events.add(new Skipped(Samples.mix(50, 50, 50), "dominated by figlet=50, env=50"));
    events.add(new Skipped(Configuration.solo("env", 40), "the budget ended"));
    events.add(new Note(Samples.START, "nmap exited with 137"));
    events.add(new SessionEnded(Samples.START.plusSeconds(90), "finished", 90.5));
    return events;
  }

  @Test
  void whatWasAppendedIsThereAfterResume() throws Exception {
    Path path;
    try (RunDirectory run = RunDirectory.create(root, Samples.manifest())) {
      path = run.path();
      for (JournalEntry event : events()) {
        run.append(event);
      }
      assertThat(run.entries()).isEqualTo(events());
    }
    try (RunDirectory run = RunDirectory.resume(path)) {
      assertThat(run.entries()).isEqualTo(events());
      assertThat(run.manifest()).isEqualTo(Samples.manifest());
      assertThat(run.repairs()).isEmpty();
    }
  }

  @Test
  void absentFiguresSurviveTheJournal() throws Exception {
    try (RunDirectory run = RunDirectory.create(root, Samples.manifest())) {
      run.append(events().get(1));
      assertThat(Files.readString(run.path().resolve("journal.jsonl")))
          .contains("\"powerMicrowatts\":\"NaN\"");
      assertThat(RunDirectory.read(run.path())).isEqualTo(List.of(events().get(1)));
    }
  }

  @Test
  void latestPointsToTheNewestRun() throws Exception {
    try (RunDirectory run = RunDirectory.create(root, Samples.manifest())) {
      assertThat(root.resolve("latest").toRealPath()).isEqualTo(run.path().toRealPath());
      assertThat(Files.readSymbolicLink(root.resolve("latest"))).isRelative();
    }
  }

  @Test
  void aFolderWithAnotherRunIsRefused() throws Exception {
    RunDirectory.create(root, Samples.manifest()).close();
    assertThatThrownBy(() -> RunDirectory.create(root, Samples.manifest()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("is not empty")
        .hasMessageContaining("--resume");
    Path inside = root.resolve("2026-11-22T10-15-00");
    assertThatThrownBy(() -> RunDirectory.create(inside, Samples.manifest()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("is the folder of a run");
  }

  @Test
  void anUnwritableFolderIsOneClearLine() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "x");
    assertThatThrownBy(() -> RunDirectory.create(file.resolve("output"), Samples.manifest()))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("cannot write to output folder")
        .hasMessageNotContaining("\n");
  }

  @Test
  void twoWritersAreRefused() throws Exception {
    try (RunDirectory run = RunDirectory.create(root, Samples.manifest())) {
      assertThatThrownBy(() -> RunDirectory.resume(run.path()))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("in use");
    }
  }
}
