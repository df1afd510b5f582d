package io.github.edgewatt.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.Samples;
import io.github.edgewatt.dataset.run.JournalEntry.Measured;
import io.github.edgewatt.dataset.run.JournalEntry.Skipped;
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

  @Test
  void whatDoesNotFitThePlanIsRefusedBeforeAnythingIsWritten() throws Exception {
    try (RunDirectory run = RunDirectory.create(root, Samples.manifest())) {
      JournalEntry good = Samples.events().get(2);
      List<JournalEntry> wrong =
          List.of(
              new Measured(Samples.row("m1", Kind.SOLO, 1, Configuration.solo("nmap", 5)), 1),
              new Measured(Samples.row("m1", Kind.SOLO, 1, Samples.mix(1, 2, 3)), 1),
              new Measured(Samples.row("m1", Kind.MIX, 1, Configuration.solo("env", 5)), 1),
              new Measured(
                  Samples.row(
                      "m1",
                      Kind.MIX,
                      1,
                      new Configuration(List.of("env", "figlet", "shasum"), List.of(1, 2, 3))),
                  1),
              new Skipped(new Configuration(List.of("figlet", "env"), List.of(1, 2)), "because"));
      for (JournalEntry entry : wrong) {
        assertThatThrownBy(() -> run.appendAll(List.of(good, entry)))
            .isInstanceOf(IllegalArgumentException.class);
      }
      run.append(good);
      assertThatThrownBy(() -> run.append(good))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("measurement m0001 stands in the run already");
      assertThat(RunDirectory.read(run.path())).containsExactly(good);
    }
  }

  @Test
  void theManifestIsReplacedButStaysTheSameRun() throws Exception {
    try (RunDirectory run = RunDirectory.create(root, Samples.manifest())) {
      RunManifest ended = run.manifest().ended(Samples.START.plusSeconds(9), "interrupted");
      run.updateManifest(ended);
      assertThat(ManifestFile.read(run.path())).isEqualTo(ended);
      RunManifest other = Samples.manifest(Samples.plan(Samples.FUNCTIONS, 2));
      assertThatThrownBy(() -> run.updateManifest(other))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void latestNeverReplacesAFolderAndMayBeATextFile() throws Exception {
    Files.createDirectory(root.resolve("latest"));
    try (RunDirectory run = RunDirectory.create(root, Samples.manifest())) {
      assertThat(run.repairs()).hasSize(1);
      assertThat(run.repairs().get(0)).startsWith("cannot set " + root.resolve("latest"));
    }
    Files.delete(root.resolve("latest"));
    Files.writeString(root.resolve("latest"), "2026-11-22T10-15-00\n");
    try (RunDirectory run = RunDirectory.resume(root.resolve("latest"))) {
      assertThat(run.path()).isEqualTo(root.resolve("2026-11-22T10-15-00"));
    }
  }
}
