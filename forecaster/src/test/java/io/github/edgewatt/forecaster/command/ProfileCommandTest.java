package io.github.edgewatt.forecaster.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.edgewatt.forecaster.read.Folder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileCommandTest {
  @TempDir Path root;

  @BeforeEach
  void twoFunctions() {
    new Folder(root)
        .solo("solo", "env", 3, 20, 40)
        .solo("solo", "curl", 1, 20)
        .mixes("mixes/MID", "env", "curl", 10)
        .mixes("mixes/LIGHT", "env", "nmap", 10);
  }

  private String at(String name) {
    return root.resolve(name).toString();
  }

  @Test
  void printsCostsAndLatencies() {
    CommandLineRun run = CommandLineRun.of("profile", at("solo"));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .containsExactly(
            "data      2 functions alone",
            "function     CPU ms/req     mJ/req  memory MB  kB per req/s  safe up to",
            "curl               2.00      0.100       1.00             –      > 20/s",
            "env       2.005 ± 0.012  0.100 ± 0       1.00             0      > 40/s",
            "",
            "function  req/s  succeeded %  mean ms  p50 ms  p99 ms",
            "curl         20        100.0     5.00       –       –",
            "env          20        100.0     5.00       –       –",
            "             40        100.0     5.00       –       –");
  }

  @Test
  void printsJsonAndNothingElseOnTheScreen() throws Exception {
    CommandLineRun run = CommandLineRun.of("profile", root.toString(), "--json");
    JsonNode tree = JsonMapper.builder().build().readTree(String.join("\n", run.out()));
    assertThat(run.err().get(0)).startsWith("data      2 rows of 2 configurations on LIGHT, MID; ");
    assertThat(tree.get("node").asText()).isEqualTo("MID");
    assertThat(tree.get("sha256").asText()).hasSize(64);
    JsonNode env = tree.get("functions").get(1);
    assertThat(env.get("function").asText()).isEqualTo("env");
    assertThat(env.get("cpuMillisPerRequest").get("count").asInt()).isEqualTo(3);
    assertThat(env.get("lowestOverloadedRate").isNull()).isTrue();
    assertThat(env.get("points")).hasSize(2);
    assertThat(env.get("points").get(1).get("rate").asInt()).isEqualTo(40);
    assertThat(env.get("points").get(1).get("latencyP99Millis").isNull()).isTrue();
  }

  @Test
  void writesAFileAndChoosesAFunction() throws Exception {
    Path file = root.resolve("profile.txt");
    CommandLineRun run =
        CommandLineRun.of("profile", at("solo"), "--function", "curl", "-o", file.toString());
    assertThat(run.status()).isZero();
    assertThat(run.out()).containsExactly("data      2 functions alone", "profile   " + file);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(5);
    assertThat(lines.get(1)).startsWith("curl ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "profile | DATA",
        "profile absent | cannot read absent: no such file or folder",
        "profile {solo} --function nmap | no usable measurement of 'nmap' alone: there are curl, env",
        "profile {mixes} | holds no usable measurement of a function alone: add --solo {solo}",
        "profile {mixes} --solo {mixes/MID} | {mixes/MID} holds no usable measurement",
        "profile {solo} --node-type BIG | 'BIG' is no kind of node: say LIGHT (2 cores), MID (4)",
        "profile {solo} --solo-node-type NODE0 | 'NODE0' is no kind of node",
        "profile {empty} | {empty} holds no measurements",
        "profile {torn.csv} | holds no usable measurement of a function alone",
        "profile {solo} --rates 5 | '--rates' is not understood (see bin/forecaster profile --help)",
        "profil {solo} | 'profil' is not understood"
      })
  void badInputIsOneLineAndTwo(String words, String reason) throws Exception {
    Files.createDirectories(root.resolve("empty"));
    Files.writeString(root.resolve("torn.csv"), "name,rate,succ");
    CommandLineRun run = CommandLineRun.of(named(words).strip().split(" +"));
    assertThat(run.err()).hasSize(1);
    assertThat(run.err().get(0)).startsWith("edgewatt: ").contains(named(reason));
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void aFolderToWriteToMustBeThere() {
    String file = at("absent/profile.txt");
    CommandLineRun run = CommandLineRun.of("profile", at("solo"), "-o", file);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .containsExactly("edgewatt: cannot write " + file + ": no such file or folder");
  }

  @Test
  void noCommandAtAll() {
    CommandLineRun run = CommandLineRun.of();
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).hasSize(1);
    assertThat(run.err().get(0)).startsWith("edgewatt: name a command: ").contains("profile");
  }

  private String named(String words) {
    return words.replaceAll("\\{([^}]*)\\}", root + "/$1");
  }
}
