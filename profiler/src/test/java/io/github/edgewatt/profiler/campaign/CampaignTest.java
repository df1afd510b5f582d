package io.github.edgewatt.profiler.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.read.DatasetReader;
import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.dataset.run.RunPlan;
import io.github.edgewatt.profiler.TestRuns;
import io.github.edgewatt.profiler.load.LoadTarget;
import java.io.FileInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignTest {
  private static final RunPlan GRID = TestRuns.plan("grid", List.of("figlet", "env"), 2, 20, 10, 1);

  @TempDir Path root;

  @Test
  void measuresTheWholeGridInOrder() throws Exception {
    try (World world = World.create(root, GRID)) {
      assertThat(world.run()).isEqualTo("every configuration is measured or explained");
      assertThat(world.outcome())
          .containsExactly(
              "m0001 SOLO figlet=20 #1",
              "m0002 SOLO env=20 #1",
              "m0003 MIX figlet=0 env=0 #1",
              "m0004 MIX figlet=0 env=10 #1",
              "m0005 MIX figlet=0 env=20 #1",
              "m0006 MIX figlet=10 env=0 #1",
              "m0007 MIX figlet=10 env=10 #1",
              "m0008 MIX figlet=10 env=20 #1",
              "m0009 MIX figlet=20 env=0 #1",
              "m0010 MIX figlet=20 env=10 #1",
              "m0011 MIX figlet=20 env=20 #1");
      assertThat(world.rows()).allMatch(row -> row.verdict().isValid());
      assertThat(world.platform.deployments)
          .as("a set that runs is left alone")
          .containsExactly(List.of("figlet"), List.of("env"), List.of("figlet", "env"));
      assertThat(world.warnings).isEmpty();
    }
    assertThat(DatasetReader.read(root.resolve("latest")).problems()).isEmpty();
    assertThat(DatasetReader.read(root.resolve("latest")).rows()).hasSize(11);
  }

  @Test
  void theLatencyLogNamesTheRowsAndTheirLoadedFunctions() throws Exception {
    Path log;
    List<String> expected = new ArrayList<>();
    try (World world = World.create(root, GRID)) {
      world.run();
      log = world.folder().resolve("latency.hlog");
      for (MeasurementRow row : world.rows()) {
        row.functions().stream()
            .filter(function -> function.rate() > 0)
            .forEach(
                function -> {
                  expected.add(row.id() + "." + function.function() + ".response");
                  expected.add(row.id() + "." + function.function() + ".service");
                  expected.add(row.id() + "." + function.function() + ".failed");
                });
      }
    }
    assertThat(tags(log)).containsExactlyElementsOf(expected);
  }

  @Test
  void everyRowStandsOnARestAndABaseline() throws Exception {
    try (World world = World.create(root, GRID)) {
      world.run();
      for (MeasurementRow row : world.rows()) {
        assertThat(row.node().restSeconds()).isGreaterThanOrEqualTo(5);
        assertThat(row.node().cpuIdlePercent()).isEqualTo(FakeMeter.IDLE_CPU_PERCENT, within(1e-9));
      }
      assertThat(world.directory.entries())
          .filteredOn(JournalEntry.Baseline.class::isInstance)
          .hasSize(3);
    }
  }

  @Test
  void onlyFreshFunctionsAreWarmed() throws Exception {
    try (World world = World.create(root, GRID, Duration.ofSeconds(6), Double.POSITIVE_INFINITY)) {
      world.run();
      List<List<String>> warmed =
          world.generator.plans.stream()
              .filter(plan -> plan.window().equals(Duration.ofSeconds(6)))
              .map(plan -> plan.targets().stream().map(LoadTarget::name).toList())
              .toList();
      assertThat(warmed)
          .as("env ran alone before it ran beside figlet")
          .containsExactly(List.of("figlet"), List.of("env"), List.of("figlet"));
    }
  }

  @Test
  void wallClockStepsMoveLabelsOnly() throws Exception {
    try (World world = World.create(root, GRID)) {
      world.generator.during(3, () -> world.clock.stepWallClock(Duration.ofHours(-5)));
      world.run();
      assertThat(world.rows()).hasSize(11).allMatch(row -> row.verdict().isValid());
      double last = 0;
      for (JournalEntry entry : world.directory.entries()) {
        if (entry instanceof JournalEntry.Measured measured) {
          assertThat(measured.campaignSeconds()).isBetween(last + 6, last + 20);
          last = measured.campaignSeconds();
        }
      }
    }
  }

  @Test
  void anOverloadedConfigurationPrunesWhatAsksForMore() throws Exception {
    try (World world = World.create(root, GRID)) {
      world.generator.capacity = 22;
      world.run();
      assertThat(world.outcome()).hasSize(10).doesNotContain("m0011 MIX figlet=20 env=20 #1");
      assertThat(world.skips())
          .extracting(skip -> skip.configuration() + ": " + skip.reason())
          .containsExactly("figlet=20 env=20: dominated by figlet=10 env=20");
    }
  }

  @Test
  void theBudgetBoundsTheRun() throws Exception {
    RunPlan plan = TestRuns.plan("adaptive", List.of("figlet", "env", "curl"), 2, 50, 10, 2);
    try (World world = World.create(root, plan, Duration.ZERO, 120)) {
      assertThat(world.run()).isEqualTo("the budget is spent");
      assertThat(world.campaign.elapsedSeconds()).isBetween(90.0, 125.0);
      assertThat(world.rows()).anyMatch(row -> row.kind() == Kind.MIX);
    }
  }

  @Test
  void aRestNeverOutlastsTheBudget() throws Exception {
    try (World world = World.create(root, GRID, Duration.ZERO, 90)) {
      // Something else starts to use the machine: the node never comes to rest again.
      world.afterRow = () -> world.meter.busy("other", world.clock.nanoTime(), Long.MAX_VALUE, 50);
      world.run();
      assertThat(world.campaign.elapsedSeconds()).isLessThan(95);
      List<MeasurementRow> rows = world.rows();
      assertThat(rows.subList(3, rows.size()))
          .isNotEmpty()
          .allMatch(row -> row.verdict().reasons().contains("rest ended by its time limit"));
    }
  }

  private static List<String> tags(Path log) throws Exception {
    List<String> tags = new ArrayList<>();
    try (FileInputStream in = new FileInputStream(log.toFile());
        HistogramLogReader reader = new HistogramLogReader(in)) {
      for (EncodableHistogram next = reader.nextIntervalHistogram();
          next != null;
          next = reader.nextIntervalHistogram()) {
        tags.add(next.getTag());
      }
    }
    return tags;
  }
}
