package io.github.edgewatt.profiler.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.dataset.run.RunPlan;
import io.github.edgewatt.profiler.TestRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignResumeTest {
  private static final RunPlan GRID = TestRuns.plan("grid", List.of("figlet", "env"), 2, 20, 10, 1);
  private static final RunPlan ADAPTIVE =
      TestRuns.plan("adaptive", List.of("figlet", "env", "curl"), 2, 50, 10, 2);

  @TempDir Path root;

  /** What kill -9 leaves: the code after it never ran. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 11})
  void aGridKilledInTheMiddleOfARowGoesOnExactlyThere(int row) throws Exception {
    assertSameAfterKill(GRID, row);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 9, 14})
  void anAdaptiveRunKilledInTheMiddleOfARowChoosesTheSameAgain(int row) throws Exception {
    assertSameAfterKill(ADAPTIVE, row);
  }

  private void assertSameAfterKill(RunPlan plan, int row) throws Exception {
    List<String> undisturbed;
    List<?> skipped;
    try (World world = World.create(root.resolve("undisturbed"), plan)) {
      world.run();
      undisturbed = world.outcome();
      skipped = world.skips();
    }
    Path folder;
    try (World world = World.create(root.resolve("killed"), plan)) {
      folder = world.folder();
      world.generator.during(
          row,
          () -> {
            throw new Killed();
          });
      assertThatThrownBy(world::run).isInstanceOf(Killed.class);
      assertThat(world.rows()).hasSize(row - 1);
    }
    try (World world = World.resume(folder)) {
      world.run();
      assertThat(world.outcome()).containsExactlyElementsOf(undisturbed);
      assertThat(world.skips()).isEqualTo(skipped);
    }
  }

  @Test
  void aKillBetweenRowsLosesNothing() throws Exception {
    Path folder;
    try (World world = World.create(root, GRID)) {
      folder = world.folder();
      world.afterRow =
          () -> {
            if (world.rows().size() == 4) {
              throw new Killed();
            }
          };
      assertThatThrownBy(world::run).isInstanceOf(Killed.class);
      assertThat(world.rows()).hasSize(4);
    }
    try (World world = World.resume(folder)) {
      assertThat(world.campaign.elapsedSeconds()).isGreaterThan(20);
      world.run();
      assertThat(world.outcome()).hasSize(11).doesNotHaveDuplicates();
      assertThat(world.generator.plans).as("only what was missing is loaded").hasSize(7);
    }
  }

  @Test
  void histogramsWithoutTheirRowAndAHalfWrittenRowAreCut() throws Exception {
    Path folder;
    try (World world = World.create(root, GRID)) {
      folder = world.folder();
      world.stopAfterRows = 2;
      assertThatThrownBy(world::run).isInstanceOf(InterruptedException.class);
    }
    Path log = folder.resolve("latency.hlog");
    String orphan = Files.readAllLines(log).get(3).replace("m0001", "m0003");
    Files.writeString(log, orphan + "\n" + "Tag=m0004.fig", StandardOpenOption.APPEND);
    Files.writeString(
        folder.resolve("journal.jsonl"),
        "{\"event\":\"measured\",\"row\":{\"id\":\"m0003",
        StandardOpenOption.APPEND);
    try (World world = World.resume(folder)) {
      assertThat(Files.readString(log)).doesNotContain("m0003").doesNotContain("m0004");
      assertThat(world.directory.repairs()).isNotEmpty();
      world.run();
      assertThat(world.outcome()).hasSize(11).doesNotHaveDuplicates();
    }
    assertThat(Files.readAllLines(log)).filteredOn(line -> line.contains("Tag=m0003")).isEmpty();
    assertThat(Files.readAllLines(log)).filteredOn(line -> line.contains("Tag=m0004")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"1", "5"})
  void aStopInTheMiddleOfARowGivesThatRowUp(int row) throws Exception {
    Path folder;
    try (World world = World.create(root, GRID)) {
      folder = world.folder();
      world.generator.during(
          row,
          () -> {
            world.stop.stop();
            if (Thread.interrupted()) {
              throw new InterruptedException();
            }
          });
      assertThatThrownBy(world::run).isInstanceOf(InterruptedException.class);
      assertThat(world.rows()).hasSize(row - 1);
    }
    try (World world = World.resume(folder)) {
      world.run();
      assertThat(world.outcome()).hasSize(11).doesNotHaveDuplicates();
    }
  }

  @Test
  void aFunctionThatEndsByTheSameCtrlCIsNotSkipped() throws Exception {
    Path folder;
    try (World world = World.create(root, GRID)) {
      folder = world.folder();
      world.platform.onDeploy =
          () -> {
            world.stop.stop();
            world.platform.broken.add("figlet");
          };
      assertThatThrownBy(world::run).isInstanceOf(InterruptedException.class);
      assertThat(world.skips()).isEmpty();
      assertThat(world.warnings).isEmpty();
    }
    try (World world = World.resume(folder)) {
      world.run();
      assertThat(world.outcome()).hasSize(11);
    }
  }

  @Test
  void aStopBetweenRowsKeepsTheRow() throws Exception {
    try (World world = World.create(root, GRID)) {
      world.stopAfterRows = 3;
      assertThatThrownBy(world::run).isInstanceOf(InterruptedException.class);
      assertThat(world.rows()).hasSize(3);
      assertThat(world.generator.plans).hasSize(3);
    }
  }

  @Test
  void aFinishedRunHasNothingLeftToDo() throws Exception {
    Path folder;
    try (World world = World.create(root, GRID)) {
      folder = world.folder();
      world.run();
    }
    try (World world = World.resume(folder)) {
      world.run();
      assertThat(world.outcome()).hasSize(11);
      assertThat(world.platform.deployments).isEmpty();
    }
  }
}
