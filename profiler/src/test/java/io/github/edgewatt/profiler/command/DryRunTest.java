package io.github.edgewatt.profiler.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DryRunTest {
  @TempDir Path root;

  private CommandLineRun dryRun(String words) throws Exception {
    Path output = root.resolve("output");
    CommandLineRun run = CommandLineRun.of((words + " --dry-run --output " + output).split(" "));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).last().isEqualTo("nothing was started (--dry-run)");
    assertThat(Files.exists(output)).isFalse();
    return run;
  }

  @Test
  void printsUpstreamsGridAndHowLongItTakes() throws Exception {
    assertThat(dryRun("run 200 30s --design grid").out())
        .containsExactly(
            "plan      grid: 6 functions alone x 10 rates",
            "          mixes: 20 combinations of 3 x 9,261 configurations (rates 0, 10, … 200) ="
                + " 185,220",
            "          3 repeats of 30s: 555,840 measurements, at most 238d if nothing is pruned",
            "nothing was started (--dry-run)");
  }

  @Test
  void countsAnyGridWithoutBuildingIt() {
    CommandLineRun run =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () ->
                dryRun(
                    "run 100000 30s --design grid --step 1 --combine 6 --functions"
                        + " figlet,shasum,nmap,env,curl,eat-memory,matmul,gzip,json,thumbnail"));
    assertThat(run.out().get(1))
        .contains("210 combinations of 6 x 1,000,060,001,500,020,000,150,000,600,001");
  }

  @Test
  void printsTheAdaptivePlan() throws Exception {
    assertThat(dryRun("run 50 20s --seed 7").out())
        .containsExactly(
            "plan      adaptive: 6 functions alone at 50/s, their lower rates, then mixes of 3,"
                + " nearest the overload frontier first",
            "          budget 15m: about 25 measurements of 20s; seed 7",
            "nothing was started (--dry-run)");
    assertThat(dryRun("run 50 20s --budget none").out().get(1)).contains("no budget");
  }

  @Test
  void profilesWithoutMixes() throws Exception {
    assertThat(dryRun("profile 200 30s --design grid").out().get(0)).contains("x 10 rates");
    assertThat(dryRun("profile 200 30s --design grid").out())
        .noneMatch(line -> line.contains("mixes"));
    assertThat(dryRun("profile 50 2s").out().get(0)).endsWith("their lower rates");
    assertThat(dryRun("run 50 2s --functions env").out().get(0)).endsWith("its lower rates");
  }

  @Test
  void startsAtUpstreamsConfiguration() throws Exception {
    Path file = root.resolve("configuration.txt");
    Files.writeString(file, "ghcr.io/openfaas/figlet,ghcr.io/openfaas/nmap,env\n0,10,20\n\n");
    dryRun("run 20 1s --design grid --from " + file);
    Files.writeString(file, "\n");
    dryRun("run 20 1s --design grid --from " + file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "run --help",
        "profile --help",
        "report --help",
        "export --help",
        "doctor --help"
      })
  void explainsItself(String words) {
    CommandLineRun run = CommandLineRun.of(words.split(" "));
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().get(0)).startsWith("Usage: profiler");
    assertThat(run.out()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void tellsItsVersion() {
    CommandLineRun run = CommandLineRun.of("--version");
    assertThat(run.status()).isZero();
    assertThat(run.out()).singleElement().asString().matches("edgewatt \\S+ \\(\\S+\\)");
  }
}
