package io.github.edgewatt.forecaster.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.forecaster.question.FakeForecaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WhatIfCommandTest {
  @TempDir private Path folder;
  private AskedModel asked;

  @BeforeEach
  void writeModel() throws IOException {
    asked = new AskedModel(folder);
  }

  @Test
  void whatIfWritesAFileAndSaysHowItWent() throws IOException {
    asked.write("ask.csv", "figlet,env\n50,20\n900,0\n");
    assertThat(
            asked.run(
                "whatif",
                asked.file("ask.csv"),
                "--node-type",
                "MID",
                "-o",
                asked.file("answer.csv")))
        .isZero();
    assertThat(Files.readAllLines(folder.resolve("answer.csv"))).hasSize(3);
    assertThat(asked.out.toString())
        .startsWith(
            "2 configurations: 1 beyond the measured range, 0 novel → " + asked.file("answer.csv"))
        .contains("figures at rest: the model's, where neither the file nor an option gives them");
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("model.json", "ask.csv", "answer.csv");
  }

  @Test
  void whatIfPrintsTheTableAloneToAPipe() throws IOException {
    asked.write("ask.csv", "figlet\n50\n");
    assertThat(asked.run("whatif", asked.file("ask.csv"), "--node-type", "MID", "--json")).isZero();
    assertThat(asked.json().at("/targets/cpu/value").asDouble()).isEqualTo(112);
    assertThat(asked.err.toString()).startsWith("1 configuration:");
  }

  @Test
  void whatIfLeavesAnOldAnswerAloneWhereALineIsBad() throws IOException {
    asked.write("ask.csv", "figlet\n50\n-1\n");
    asked.write("answer.csv", "old");
    assertThat(
            asked.run(
                "whatif",
                asked.file("ask.csv"),
                "--node-type",
                "MID",
                "-o",
                asked.file("answer.csv")))
        .isEqualTo(2);
    assertThat(asked.err.toString())
        .startsWith(asked.file("ask.csv") + " line 3: the rate of figlet is '-1'");
    assertThat(Files.readString(folder.resolve("answer.csv"))).isEqualTo("old");
    assertThat(folder.resolve(".answer.csv.tmp")).doesNotExist();
  }

  @Test
  void whatIfLeavesNoHalfAnswerWhereTheModelFails() throws IOException {
    asked.model =
        new FakeForecaster(
            load -> {
              throw new IllegalStateException("broken tree");
            });
    asked.write("ask.csv", "figlet\n50\n");
    assertThat(
            asked.run(
                "whatif",
                asked.file("ask.csv"),
                "--node-type",
                "MID",
                "-o",
                asked.file("answer.csv")))
        .isEqualTo(1);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("model.json", "ask.csv");
  }

  @Test
  void whatIfRefusesToOverwriteItsQuestionsAndFoldersThatAreNotThere() throws IOException {
    asked.write("ask.csv", "figlet\n50\n");
    assertThat(
            asked.run(
                "whatif", asked.file("ask.csv"), "--node-type", "MID", "-o", asked.file("ask.csv")))
        .isEqualTo(2);
    assertThat(
            asked.run(
                "whatif",
                asked.file("ask.csv"),
                "--node-type",
                "MID",
                "-o",
                asked.file("no/asked.out.csv")))
        .isEqualTo(1);
    assertThat(asked.err.toString())
        .contains("cannot write " + asked.file("no/asked.out.csv") + ": no such file");
    assertThat(Files.readString(folder.resolve("ask.csv"))).isEqualTo("figlet\n50\n");
  }

  @Test
  void refusesEmptyQuestionFiles() throws IOException {
    asked.write("empty.csv", "");
    asked.write("norates.csv", "node_type\nMID\n");
    assertThat(asked.run("whatif", asked.file("empty.csv"), "--node-type", "MID")).isEqualTo(2);
    assertThat(asked.err.toString()).startsWith(asked.file("empty.csv") + " empty file");
    asked.err.getBuffer().setLength(0);
    assertThat(asked.run("whatif", asked.file("norates.csv"))).isEqualTo(2);
    assertThat(asked.err.toString()).contains("the header has no column of rates");
  }
}
