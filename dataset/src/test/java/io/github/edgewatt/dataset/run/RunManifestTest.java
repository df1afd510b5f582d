package io.github.edgewatt.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunManifestTest {
  @TempDir Path folder;

  private RunManifest changed(String from, String to) throws Exception {
    ManifestFile.write(folder, Samples.manifest());
    Path file = folder.resolve("run.json");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
    return ManifestFile.read(folder);
  }

  @Test
  void readsBackWhatItWrote() throws Exception {
    RunManifest ended = Samples.manifest().ended(Samples.START.plusSeconds(900), "finished");
    ManifestFile.write(folder, ended);
    assertThat(ManifestFile.read(folder)).isEqualTo(ended);
    assertThat(ended.resumed(ended.plan().budget(), ended.findings()))
        .isEqualTo(Samples.manifest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"maxRate\": 50|\"maxRate\": 100|plan.maxRate was 50, now 100",
        "\"duration\": \"20s\"|\"duration\": \"30s\"|plan.duration was 20s, now 30s",
        "\"powerModel\": null|\"powerModel\": \"12W..65W\"|plan.powerModel was none, now 12W..65W",
        "\"cores\": 2|\"cores\": 4|machine.cores was 2, now 4",
        "\"version\": \"0.1.0\"|\"version\": \"0.2.0\"|tool version was 0.1.0, now 0.2.0",
        "\"platform\": \"local\"|\"platform\": \"openfaas\"|platform was local, now openfaas",
        "25769803776|34359738368|machine.memoryBytes was 25769803776, now 34359738368",
        "hello env|hi env|functions.env.body was hello env"
      })
  void namesEachDifferenceWithBothValues(String from, String to, String expected) throws Exception {
    List<String> differences = Samples.manifest().differences(changed(from, to));
    assertThat(differences).hasSize(1);
    assertThat(differences.get(0)).startsWith(expected);
  }

  @Test
  void anotherFunctionSetIsNamed() {
    RunManifest fewer = Samples.manifest(Samples.plan(List.of("figlet", "shasum", "env"), 3));
    assertThat(Samples.manifest().differences(fewer))
        .containsExactly(
            "plan.functions was figlet,shasum,env,eat-memory, now figlet,shasum,env",
            "functions.eat-memory was there, now none");
  }

  @Test
  void moreTimeMayBeGiven() throws Exception {
    assertThat(Samples.manifest().differences(changed("\"budget\": \"15m\"", "\"budget\": null")))
        .isEmpty();
    assertThat(Samples.manifest().resumed(null, List.of()).plan().budget()).isNull();
  }

  @Test
  void pagesOfMemoryAndTheCommandLineDoNotMatter() throws Exception {
    assertThat(Samples.manifest().differences(changed("25769803776", "25769703776"))).isEmpty();
    assertThat(Samples.manifest().differences(changed("\"--seed\"", "\"-s\""))).isEmpty();
  }

  @Test
  void aNewerSchemaIsRefused() {
    assertThatThrownBy(() -> changed("\"schema\": 1", "\"schema\": 2"))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("has schema 2, this version reads up to 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"maxRate\": 50,", "\"platform\": \"local\",", "\"schema\": 1,", "{"})
  void aMissingFieldOrBraceIsDamage(String missing) {
    assertThatThrownBy(() -> changed(missing, ""))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("run.json")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aFolderWithoutManifestIsNoRun() {
    assertThatThrownBy(() -> RunDirectory.resume(folder))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("is not the folder of a run");
  }

  @Test
  void binaryBodiesAreKept() {
    byte[] body = {(byte) 0xff, 0, 1};
    RunFunction function = RunFunction.of("thumbnail", "POST", "/", "image/png", body);
    assertThat(function.body()).isNull();
    assertThat(function.bodyBytes()).isEqualTo(body);
    assertThat(RunFunction.of("env", "GET", "/", "text/plain", new byte[0]).body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a/b", "-a", "a-", "a b", "../x", "a_b"})
  void aNameThatCannotStandInFilesIsRefused(String name) {
    assertThatThrownBy(() -> RunFunction.of(name, "GET", "/", "text/plain", new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot name a function");
  }

  @Test
  void namesComeFromTheStartInUtc() {
    assertThat(RunManifest.runIdAt(Instant.parse("2026-03-29T01:30:00Z")))
        .isEqualTo("2026-03-29T01-30-00");
    assertThat(Samples.manifest().timestamp()).isEqualTo("2026-11-22_10-15-00");
  }
}
