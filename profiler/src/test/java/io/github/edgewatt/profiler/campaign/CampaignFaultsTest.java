package io.github.edgewatt.profiler.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.dataset.run.RunPlan;
import io.github.edgewatt.profiler.TestRuns;
import io.github.edgewatt.profiler.load.LoadTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignFaultsTest {
  private static final List<String> THREE = List.of("figlet", "env", "curl");

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(strings = {"grid", "adaptive"})
  void aFunctionThatNeverStartsIsExplainedAndTheOthersGoOn(String design) throws Exception {
    RunPlan plan = TestRuns.plan(design, THREE, 2, 20, 20, 1);
    try (World world = World.create(root, plan)) {
      world.platform.broken.add("env");
      world.run();
      assertThat(world.rows())
          .isNotEmpty()
          .noneMatch(row -> row.configuration().functions().contains("env"))
          .anyMatch(row -> row.configuration().functions().equals(List.of("figlet", "curl")));
      assertThat(world.skips())
          .isNotEmpty()
          .allMatch(skip -> skip.configuration().functions().contains("env"))
          .allMatch(
              skip -> skip.reason().equals("env cannot be deployed: was not ready within 60 s"));
      assertThat(world.warnings)
          .as("tried twice")
          .containsExactly("env was not ready within 60 s", "env was not ready within 60 s");
      assertThat(world.directory.entries())
          .anyMatch(
              entry ->
                  entry instanceof JournalEntry.Note note
                      && note.text().equals("env was not ready within 60 s"));
    }
  }

  @Test
  void everyConfigurationOfTheGridIsMeasuredOrExplained() throws Exception {
    RunPlan plan = TestRuns.plan("grid", THREE, 2, 20, 20, 1);
    try (World world = World.create(root, plan)) {
      world.platform.broken.add("env");
      world.run();
      assertThat(world.rows().size() + world.skips().size()).isEqualTo(3 + 3 * 4);
    }
  }

  @Test
  void aFunctionThatCrashesUnderLoadGivesAnOverloadLabelAndIsStartedAgain() throws Exception {
    RunPlan plan = TestRuns.plan("grid", List.of("figlet", "env"), 2, 20, 20, 1);
    try (World world = World.create(root, plan)) {
      world.generator.during(4, () -> world.platform.dead.add("env"));
      world.run();
      MeasurementRow crashed = world.rows().get(3);
      assertThat(crashed.configuration()).hasToString("figlet=0 env=20");
      assertThat(crashed.verdict())
          .isEqualTo(new Verdict(Verdict.Kind.OVERLOAD_ONLY, List.of("env exited with 137")));
      assertThat(crashed.functions().get(1).successRate()).isZero();
      assertThat(crashed.functions().get(1).detail().connectionErrors()).isEqualTo(20);
      assertThat(world.platform.deployments)
          .as("deployed again after the crash")
          .containsExactly(
              List.of("figlet"),
              List.of("env"),
              List.of("figlet", "env"),
              List.of("figlet", "env"));
      assertThat(world.rows().get(4).verdict().isValid()).isTrue();
    }
  }

  @Test
  void aFunctionThatStartedAgainBehindAGatewayIsWarmedAgain() throws Exception {
    RunPlan plan = TestRuns.plan("grid", List.of("figlet", "env"), 2, 20, 20, 1);
    Duration warmup = Duration.ofSeconds(6);
    try (World world = World.create(root, plan, warmup, Double.POSITIVE_INFINITY)) {
      world.platform.gateway = true;
      // The plans before are two alone and three warm-ups.
      world.generator.during(7, () -> world.platform.dead.add("env"));
      world.run();
      assertThat(
              world.generator.plans.stream()
                  .filter(load -> load.window().equals(warmup))
                  .map(load -> load.targets().stream().map(LoadTarget::name).toList()))
          .containsExactly(List.of("figlet"), List.of("env"), List.of("figlet"), List.of("env"));
      assertThat(world.directory.entries())
          .as("and another baseline")
          .filteredOn(JournalEntry.Baseline.class::isInstance)
          .hasSize(4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grid", "adaptive"})
  void aFunctionLostBetweenItsRepeatsDoesNotHoldTheRunUp(String design) throws Exception {
    RunPlan plan = TestRuns.plan(design, THREE, 2, 20, 20, 3);
    try (World world = World.create(root, plan)) {
      int lastSolo = design.equals("grid") ? 2 : 12;
      world.generator.during(
          lastSolo,
          () -> {
            world.platform.dead.addAll(THREE);
            world.platform.broken.add("figlet");
          });
      world.run();
      assertThat(world.warnings).containsOnly("figlet was not ready within 60 s");
      assertThat(world.rows())
          .anyMatch(row -> row.configuration().functions().equals(List.of("env", "curl")));
    }
  }

  @Test
  void aNodeWithoutAnyFunctionEndsWithoutARow() throws Exception {
    RunPlan plan = TestRuns.plan("grid", List.of("figlet", "env"), 2, 20, 20, 1);
    try (World world = World.create(root, plan)) {
      world.platform.broken.addAll(List.of("figlet", "env"));
      world.run();
      assertThat(world.rows()).isEmpty();
      assertThat(world.skips()).hasSize(2 + 4);
    }
  }
}
