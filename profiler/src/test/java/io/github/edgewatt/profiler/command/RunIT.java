package io.github.edgewatt.profiler.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.read.Dataset;
import io.github.edgewatt.dataset.read.DatasetReader;
import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.dataset.run.RunDirectory;
import io.github.edgewatt.profiler.TestRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real runs of real functions. Only structure is asserted: what a busy machine measures is its own
 * affair, and an overloaded row may prune others.
 */
class RunIT {
  private static final String TIMES =
      " --design grid --warmup 0s --settle 200ms --rest-timeout 6s --output ";

  @TempDir Path root;
  private Path state;
  private Path output;

  @BeforeAll
  static void functionsAreBuilt() {
    assertThat(TestRuns.home().resolve("functions/workloads/target/quarkus-app/quarkus-run.jar"))
        .as("build the functions first: ./mvnw package -pl functions/workloads")
        .isRegularFile();
  }

  @BeforeEach
  void folders() throws Exception {
    state = Files.createDirectory(root.resolve("state"));
    output = root.resolve("output");
  }

  private ProfilerProcess start(String words) throws IOException {
    return ProfilerProcess.start(state, words.split(" "));
  }

  private Path run(ProfilerProcess process) throws Exception {
    process.await("run folder", () -> Files.exists(output.resolve("latest/journal.jsonl")));
    return output.resolve("latest").toRealPath();
  }

  @Test
  void aRunKilledThenInterruptedThenResumedHoldsEveryConfigurationOnce() throws Exception {
    Path run;
    List<ProcessHandle> orphans;
    try (ProfilerProcess process =
        start(
            "run 20 1s --functions env,shasum --combine 2 --step 20 --repeats 1"
                + TIMES
                + output)) {
      run = run(process);
      process.await("first row under way", () -> ProfilerProcess.events(run, "baseline") == 1);
      orphans = process.functions();
      process.kill();
    }
    assertThat(orphans).hasSize(1).allMatch(ProcessHandle::isAlive);

    try (ProfilerProcess process = start("run --resume " + run)) {
      process.await("first row", () -> ProfilerProcess.events(run, "measured") == 1);
      assertThat(orphans).noneMatch(ProcessHandle::isAlive);
      assertThat(process.out()).anyMatch(line -> line.startsWith("cleaned   env (pid "));
      process.await("next function starting", () -> !process.functions().isEmpty());
      List<ProcessHandle> functions = process.functions();
      process.signal("INT");
      assertThat(process.waitForEnd()).as("%s", process.err()).isEqualTo(130);
      assertThat(functions).isNotEmpty().noneMatch(ProcessHandle::isAlive);
      assertThat(process.out())
          .as("%s", process.err())
          .anyMatch(line -> line.contains("go on with bin/profiler run --resume " + run));
    }
    assertThat(DatasetReader.read(run).problems()).isEmpty();
    assertThat(DatasetReader.read(run).manifest().orElseThrow().exitReason())
        .isEqualTo("interrupted");

    try (ProfilerProcess process = start("run --resume " + run)) {
      assertThat(process.waitForEnd()).as("%s", process.err()).isZero();
      assertThat(process.err()).isEmpty();
    }
    assertComplete(run);
  }

  private static void assertComplete(Path run) throws Exception {
    Dataset dataset = DatasetReader.read(run);
    assertThat(dataset.problems()).isEmpty();
    List<String> measured = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (MeasurementRow row : dataset.rows()) {
      measured.add(row.kind() + " " + row.configuration() + " #" + row.repeat());
      seen.add(row.kind() + " " + row.configuration());
    }
    assertThat(measured).doesNotHaveDuplicates();
    assertThat(dataset.rows()).extracting(MeasurementRow::id).doesNotHaveDuplicates();
    for (JournalEntry entry : RunDirectory.read(run)) {
      if (entry instanceof JournalEntry.Skipped skipped) {
        assertThat(skipped.reason()).isNotEmpty();
        assertThat(seen.add("MIX " + skipped.configuration())).isTrue();
      }
    }
    assertThat(seen)
        .containsExactly(
            "MIX env=0 shasum=0",
            "MIX env=0 shasum=20",
            "MIX env=20 shasum=0",
            "MIX env=20 shasum=20",
            "SOLO env=20",
            "SOLO shasum=20");
    assertThat(run.resolve("report.html")).isNotEmptyFile();
    assertThat(run.resolve("latency.hlog")).isNotEmptyFile();
    assertThat(dataset.manifest().orElseThrow().endedAt()).isNotNull();
  }

  @Test
  void aSecondRunIsRefusedAndTheFirstEndsOnSigterm() throws Exception {
    try (ProfilerProcess first =
        start("profile 20 1s --functions env --step 20 --repeats 1" + TIMES + output)) {
      Path run = run(first);
      first.await("row under way", () -> ProfilerProcess.events(run, "baseline") == 1);
      Path other = root.resolve("other");
      try (ProfilerProcess second = start("run 20 1s --functions env --output " + other)) {
        assertThat(second.waitForEnd()).isEqualTo(1);
        assertThat(second.err())
            .singleElement()
            .asString()
            .startsWith("edgewatt: another run measures on this machine (pid ");
        assertThat(other).doesNotExist();
      }
      List<ProcessHandle> functions = first.functions();
      first.signal("TERM");
      assertThat(first.waitForEnd()).as("%s", first.err()).isEqualTo(143);
      assertThat(functions).isNotEmpty().noneMatch(ProcessHandle::isAlive);
      assertThat(run.resolve("report.html")).isNotEmptyFile();
      assertThat(Files.readString(run.resolve("run.json"))).contains("interrupted");
    }
  }

  @Test
  void aFullDiskEndsTheRunWithOneLineAndReadableFiles() throws Exception {
    output = Files.createDirectory(root.resolve("disk"));
    int mounted = mount("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", output.toString());
    assumeThat(mounted).as("a small disk can be mounted (needs root)").isZero();
    try (ProfilerProcess process =
        start("profile 20 1s --functions env --step 20 --repeats 1" + TIMES + output)) {
      Path run = run(process);
      process.await("row under way", () -> ProfilerProcess.events(run, "baseline") == 1);
      fill(output.resolve("filler"));
      assertThat(process.waitForEnd()).isEqualTo(1);
      assertThat(process.err())
          .singleElement()
          .asString()
          .startsWith("edgewatt: cannot ")
          .contains("o space left on device");
      assertThat(RunDirectory.read(run)).isNotEmpty();
      assertThat(tables(run)).allMatch(table -> table.isEmpty() || table.endsWith("\n"));
    } finally {
      mount("umount", "-l", output.toString());
    }
  }

  private static List<String> tables(Path run) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private static void fill(Path filler) throws IOException {
    byte[] block = new byte[512];
    try (var out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  private static int mount(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  @Test
  void figuresReadAlikeInEveryLanguage() throws Exception {
    try (ProfilerProcess process = start("run 200 30s --design grid --dry-run")) {
      assertThat(process.waitForEnd()).isZero();
      assertThat(process.out().get(1))
          .contains("20 combinations of 3 x 9,261 configurations")
          .endsWith("= 185,220");
    }
  }
}
