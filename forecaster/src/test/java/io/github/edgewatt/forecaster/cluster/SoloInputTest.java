package io.github.edgewatt.forecaster.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.dataset.DatasetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoloInputTest {
  @TempDir private Path folder;

  @Test
  void joinsFilesOfAFunctionAndReadsEachOnce() throws Exception {
    Path solo = SoloFiles.fiveFunctions(folder.resolve("solo"));
    SoloInput input = SoloInput.read(List.of(solo, solo, SoloFiles.write(solo, "cheap-a", 1)));
    assertThat(input.names()).isEqualTo("cheap-a, cheap-b, dear-a, dear-b, middling");
    assertThat(input.of("cheap-a").samples()).hasSize(6);
    assertThat(input.of("cheap-a").rates()).containsExactly(20, 40, 60);
    assertThat(input.files()).hasSize(5);
    assertThat(input.notes()).isEmpty();
    assertThatThrownBy(() -> input.of("other"))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "no usable measurement of other alone; there are: cheap-a, cheap-b, dear-a, dear-b,"
                + " middling");
  }

  @Test
  void aCopyOfAFileCountsOnce() throws Exception {
    SoloFiles.write(folder.resolve("a"), "f", 3);
    SoloFiles.write(folder.resolve("b"), "f", 3);
    SoloInput input = SoloInput.read(List.of(folder.resolve("a"), folder.resolve("b")));
    assertThat(input.of("f").samples()).hasSize(6);
    assertThat(input.notes()).containsExactly("f: 6 rows that stand twice left out");
  }

  @Test
  void theHashIsOfTheContentsWhereverTheyStand() throws Exception {
    String here = SoloInput.read(List.of(SoloFiles.fiveFunctions(folder.resolve("a")))).sha256();
    String there = SoloInput.read(List.of(SoloFiles.fiveFunctions(folder.resolve("b")))).sha256();
    assertThat(here).hasSize(64).isEqualTo(there);
    SoloFiles.write(folder.resolve("b"), "cheap-a", 1.01);
    assertThat(SoloInput.read(List.of(folder.resolve("b"))).sha256()).isNotEqualTo(here);
  }

  @Test
  void readsARunAndLeavesOutItsMixes() throws Exception {
    SoloInput input = SoloInput.read(List.of(SoloFiles.exampleRun()));
    assertThat(input.names()).isEqualTo("curl, eat-memory, env, figlet, nmap, shasum");
    assertThat(input.of("curl").samples()).hasSize(2);
    assertThat(input.of("curl").has(Sample::powerMicrowatts)).isFalse();
    assertThat(input.files()).allMatch(file -> file.toString().contains("solo"));
  }

  @Test
  void rowsThatAreNotValidAreLeftOutAndCounted() throws Exception {
    copyExample();
    Path solo = folder.resolve("run/solo");
    for (String function : List.of("curl", "env")) {
      Path details = details(solo, function);
      String text = Files.readString(details);
      Files.writeString(
          details,
          function.equals("curl")
              ? text.replaceFirst(",valid,-,", ",invalid,pause,")
              : text.replace(",valid,-,", ",invalid,pause,"));
    }
    Path figlet = details(solo, "figlet");
    Files.writeString(
        figlet,
        Files.readString(figlet).replaceFirst(",valid,-,", ",overload-only,node saturated,"));
    SoloInput input = SoloInput.read(List.of(folder.resolve("run")));
    assertThat(input.names()).isEqualTo("curl, eat-memory, figlet, nmap, shasum");
    assertThat(input.notes())
        .contains(
            "curl: 1 invalid rows left out of 2", "env left out: none of its 2 solo rows is valid");
    assertThat(input.of("figlet").samples().get(0).cpuPercent()).isNaN();
    assertThat(input.of("figlet").samples().get(0).success()).isEqualTo(1);
    assertThat(input.of("figlet").samples().get(1).cpuPercent()).isFinite();
  }

  @Test
  void nothingToReadIsSaid() throws Exception {
    assertThatThrownBy(() -> SoloInput.read(List.of(folder)))
        .isInstanceOf(DatasetException.class)
        .hasMessageEndingWith("no results-….csv in it or below");
    Path empty = SoloFiles.write(folder, "f", 1);
    Files.write(empty, Files.readAllLines(empty).subList(0, 1));
    assertThatThrownBy(() -> SoloInput.read(List.of(folder)))
        .isInstanceOf(DatasetException.class)
        .hasMessageEndingWith(
            "holds no usable measurement of a function alone: measure with bin/profiler profile");
  }

  private static Path details(Path solo, String function) throws Exception {
    try (Stream<Path> files = Files.list(solo)) {
      return files
          .filter(file -> file.getFileName().toString().matches("details-.*-" + function + ".csv"))
          .findFirst()
          .orElseThrow();
    }
  }

  private void copyExample() throws Exception {
    Path from = SoloFiles.exampleRun();
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            folder.resolve("run").resolve(from.relativize(file).toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
