package io.github.edgewatt.profiler.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.profiler.TestRuns;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnergyCheckTest {
  @TempDir Path root;

  private static List<String> notes(World world) {
    return world.directory.entries().stream()
        .filter(JournalEntry.Note.class::isInstance)
        .map(entry -> ((JournalEntry.Note) entry).text())
        .toList();
  }

  @Test
  void whereEnergyFollowsCpuTheAttributionIsRight() throws Exception {
    List<String> functions = List.of("figlet", "env", "curl");
    try (World world =
        World.create(root, TestRuns.plan("grid", functions, 2, 40, 10, 1)).powered()) {
      List<String> lines = new EnergyCheck(world.tools, world.times, world).run();
      assertThat(lines).hasSize(2);
      // 20 requests of 2 ms CPU a second at 10 J a CPU second are 0.4 W.
      assertThat(lines.get(0)).startsWith("figlet adds 0.40 W (± 0.00); attributed");
      assertThat(lines.get(1)).startsWith("env adds 0.40 W (± 0.00); attributed");
      for (String line : lines) {
        String error = line.replaceAll(".*\\(([-+][0-9.]+) %\\).*", "$1");
        assertThat(Double.parseDouble(error)).isBetween(-12.0, 1.0);
      }
      assertThat(world.platform.deployments).containsExactly(List.of("figlet", "env"));
      assertThat(notes(world)).hasSize(3 * 4 + 2);
      assertThat(notes(world).get(0)).startsWith("energy check, nothing called: ");
      assertThat(notes(world)).contains("energy check: " + lines.get(0));
      assertThat(world.rows()).isEmpty();
    }
  }

  @Test
  void aSingleFunctionIsHeldAgainstTheIdleNode() throws Exception {
    try (World world =
        World.create(root, TestRuns.plan("grid", List.of("env"), 1, 40, 10, 1)).powered()) {
      assertThat(new EnergyCheck(world.tools, world.times, world).run())
          .singleElement()
          .asString()
          .startsWith("env adds 0.40 W");
    }
  }

  @Test
  void withoutEnergyItSaysSo() throws Exception {
    try (World world = World.create(root, TestRuns.plan("grid", List.of("env"), 1, 40, 10, 1))) {
      assertThat(new EnergyCheck(world.tools, world.times, world).run())
          .containsExactly("env: no usable window of each kind (the journal says why)");
      assertThat(notes(world).get(0)).endsWith("; not used: no energy");
    }
  }
}
