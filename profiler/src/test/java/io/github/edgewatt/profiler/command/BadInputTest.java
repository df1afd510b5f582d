package io.github.edgewatt.profiler.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.dataset.run.RunDirectory;
import io.github.edgewatt.dataset.run.RunPlan;
import io.github.edgewatt.profiler.TestRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input ends with 2, one line, and nothing made. */
class BadInputTest {
  @TempDir Path root;

  private String refused(String... arguments) throws Exception {
    List<Path> before = listing();
    CommandLineRun run = CommandLineRun.of(arguments);
    assertThat(run.err()).as(String.join(" ", arguments)).hasSize(1);
    assertThat(run.err().get(0)).startsWith("edgewatt: ").hasSizeGreaterThan(20);
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(2);
    assertThat(listing()).isEqualTo(before);
    return run.err().get(0);
  }

  private List<Path> listing() throws Exception {
    try (Stream<Path> files = Files.walk(root)) {
      return files.sorted().toList();
    }
  }

  private String[] run(String words) {
    return (words + " --output " + root.resolve("output")).split(" ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "NaN", "100001", "1.5", "ten", "99999999999"})
  void rates(String rate) throws Exception {
    assertThat(refused(run("run " + rate + " 20s"))).contains("'" + rate + "'");
    assertThat(refused(run("profile " + rate + " 20s"))).contains("'" + rate + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "-5s", "1h30", "20S", "0s", "1.5s", "25h", "s"})
  void durations(String duration) throws Exception {
    assertThat(refused(run("run 50 " + duration))).contains("'" + duration + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--functions nothere | there is no function 'nothere': choose among figlet, shasum,",
        "--functions env,env | names env twice",
        "--functions env,,curl | names no function between two commas",
        "--functions env,curl --combine 3 | --combine 3 needs as many functions",
        "--combine 0 | '0' is not a whole number from 1 to 1,000",
        "--design random | --design is 'random': say adaptive or grid",
        "--arrivals bursty | --arrivals is 'bursty': say constant or poisson",
        "--power-model 65W..12W | want 0 < idle < max",
        "--power-model lots | --power-model",
        "--budget 20 | --budget: '20' is not a duration",
        "--budget 10s | the smallest that would do is",
        "--step 0 | '0' is not a whole rate",
        "--repeats -1 | -1",
        "--seed x | 'x'",
        "--warmup fast | 'fast' is not a duration",
        "--rest-timeout 0s | '0s' is no time at all",
        "--groups nowhere.json | --groups: cannot read nowhere.json: no such file or folder",
        "--frobnicate | '--frobnicate' is not understood",
        "--output | --output",
        "extra | 'extra' is not understood"
      })
  void options(String words, String reason) throws Exception {
    assertThat(refused(("run 50 20s " + words).split(" "))).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "run | say the highest rate and the length of a measurement",
        "run 50 | say the highest rate and the length of a measurement",
        "profile 50 | bin/profiler profile 50 20s",
        "measure 50 20s | 'measure' is not understood",
        "report | DIR",
        "export nowhere | --upstream"
      })
  void wordsMissing(String words, String reason) throws Exception {
    assertThat(refused(words.split(" "))).contains(reason);
  }

  @Test
  void noCommandAtAll() throws Exception {
    assertThat(refused()).contains("name a command: run, profile, report, export, doctor, ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run 50 20s", "run 10 500ms --functions env,curl,figlet", "run 5 10m"})
  void theSmallestBudgetNamedWouldDo(String words) throws Exception {
    String line = refused(run(words + " --budget 1s"));
    String smallest = line.substring(line.lastIndexOf(' ') + 1);
    CommandLineRun run = CommandLineRun.of((words + " --dry-run --budget " + smallest).split(" "));
    assertThat(run.status()).as("%s", run.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "env,curl,figlet | has 1 lines: want two",
        "env,curl,figlet/10,x,20 | 'x' is not a whole rate",
        "env,curl,figlet/10,20 | 3 functions but 2 rates",
        "env,env,figlet/10,20,30 | stands twice",
        "env,curl,figlet/10,20,30 | is no combination of 3",
        "figlet,env,curl/10,20,35 | but the grid's are",
        "figlet,env,curl/10,20,-5 | '-5' is not a whole rate",
        "a/b/c | has 3 lines"
      })
  void startingPoints(String lines, String reason) throws Exception {
    Path file = root.resolve("configuration.txt");
    Files.writeString(file, lines.replace('/', '\n') + "\n");
    assertThat(refused(run("run 50 20s --design grid --from " + file))).contains(reason);
  }

  @Test
  void aStartingPointForTheAdaptiveDesignOrOutOfReach() throws Exception {
    Path file = root.resolve("configuration.txt");
    Files.writeString(file, "figlet,env,curl\n10,20,30\n");
    assertThat(refused(run("run 50 20s --from " + file))).contains("add --design grid");
    Path missing = root.resolve("missing.txt");
    assertThat(refused(run("run 50 20s --design grid --from " + missing)))
        .isEqualTo("edgewatt: cannot read " + missing + ": no such file or folder");
    assertThat(refused(run("run 50 20s --design grid --from " + root)))
        .contains("cannot read " + root);
    Files.write(file, new byte[100_000]);
    assertThat(refused(run("run 50 20s --design grid --from " + file))).contains("64 KiB");
  }

  @Test
  void foldersThatAreNoRuns() throws Exception {
    String folder = root.toString();
    String nowhere = root.resolve("nowhere").toString();
    for (String dir : List.of(folder, nowhere)) {
      String reason = dir + " is not the folder of a run";
      assertThat(refused("run", "--resume", dir)).contains(reason);
      assertThat(refused("report", dir)).contains(reason);
      assertThat(refused("export", dir, "--upstream", root.resolve("x").toString()))
          .contains(reason);
    }
  }

  @Test
  void aResumedRunKeepsItsFolder() throws Exception {
    assertThat(refused(run("run --resume " + root))).contains("leave --output out");
  }

  @Test
  void exportsToAFolderInUse() throws Exception {
    Path run = otherRun();
    Files.createDirectories(root.resolve("full/of/things"));
    assertThat(refused("export", run.toString(), "--upstream", root.resolve("full").toString()))
        .contains("is not an empty folder");
  }

  @Test
  void anOutputFolderThatCannotBeWritten() throws Exception {
    Path file = Files.createFile(root.resolve("file"));
    assertThat(refused("run", "50", "1s", "--output", file.resolve("below").toString()))
        .contains("cannot write to output folder " + file.resolve("below"));
  }

  @Test
  void anOutputFolderThatIsAnotherRun() throws Exception {
    Path run = otherRun();
    assertThat(refused("run", "50", "1s", "--output", run.toString()))
        .contains(run + " is the folder of a run: choose another output folder, or --resume it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "run 30 1s | plan.maxRate was 20, now 30",
        "run --functions env,curl | plan.functions was env, now env,curl",
        "run 20 2s | plan.duration was",
        "run --seed 2 | plan.seed was 1, now 2",
        "profile | plan.mode was run, now profile",
        "run | machine.cpuModel was Made-up CPU, now"
      })
  void aRunIsNotResumedAsAnother(String words, String difference) throws Exception {
    Path run = otherRun();
    assertThat(refused((words + " --resume " + run).split(" ")))
        .startsWith("edgewatt: cannot resume " + run + ", because it would not be the same run: ")
        .contains(difference);
  }

  private Path otherRun() throws Exception {
    RunPlan plan = TestRuns.plan("grid", List.of("env"), 1, 20, 10, 1);
    try (RunDirectory directory =
        RunDirectory.create(root.resolve("output"), TestRuns.manifest(plan))) {
      return directory.path();
    }
  }
}
