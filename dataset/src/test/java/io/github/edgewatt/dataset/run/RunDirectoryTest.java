package io.github.edgewatt.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
  @TempDir Path root;

  @Test
  void whatWasAppendedIsThereAfterResume() throws Exception {
    Path path;
    try (RunDirectory run = RunDirectory.create(root, Samples.manifest())) {
      path = run.path();
      for (JournalEntry event : Samples.events()) {
        run.append(event);
      }
      assertThat(run.entries()).isEqualTo(Samples.events());
    }
    try (RunDirectory run = RunDirectory.resume(path)) {
      assertThat(run.entries()).isEqualTo(Samples.events());
      assertThat(run.manifest()).isEqualTo(Samples.manifest());
      assertThat(run.repairs()).isEmpty();
    }
  }

  @Test
  void absentFiguresSurviveTheJournal() throws Exception {
    try (RunDirectory run = RunDirectory.create(root, Samples.manifest())) {
      run.append(Samples.events().get(1));
      assertThat(Files.readString(run.path().resolve("journal.jsonl")))
          .contains("\"powerMicrowatts\":\"NaN\"");
      assertThat(RunDirectory.read(run.path())).isEqualTo(List.of(Samples.events().get(1)));
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
