package io.github.edgewatt.forecaster.question;

import static io.github.edgewatt.forecaster.question.FakeForecaster.MID;
import static io.github.edgewatt.forecaster.question.FakeForecaster.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.forecaster.feature.Idle;
import io.github.edgewatt.forecaster.model.Forecast.Warning;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WhatIfTest {
  private static final String FORECAST =
      "cpu,cpu_low,cpu_high,ram,ram_low,ram_high,ram_percent,ram_percent_low,ram_percent_high,"
          + "power,power_low,power_high,overload,extrapolated,novel";

  private final FakeForecaster model = FakeForecaster.rising();
  private final List<String> lines = new ArrayList<>();

  private WhatIf whatIf(FakeForecaster asked) {
    return new WhatIf(new CheckedForecaster(asked), Optional.of(MID), UNKNOWN);
  }

  private String csv(String text) throws IOException {
    WhatIf whatIf = whatIf(model);
    whatIf.check(new StringReader(text));
    return whatIf.csv(new StringReader(text), lines::add).toString();
  }

  private void refused(String text, String message) {
    assertThatThrownBy(() -> whatIf(model).check(new StringReader(text)))
        .isInstanceOf(BadQuestionException.class)
        .hasMessage(message);
    assertThat(model.batches).isEmpty();
  }

  @Test
  void addsTheForecastToTheLinesOwnCells() throws IOException {
    String summary = csv("figlet,env\n50,20\n,\n300,0\n");
    assertThat(lines)
        .containsExactly(
            "figlet,env," + FORECAST,
            "50,20,132.000,117.000,147.000,3410000000,3350000000,3470000000,nan,nan,nan,"
                + "0.840,0.710,0.970,0.0700,0,0",
            ",,62.000,47.000,77.000,3340000000,3280000000,3400000000,nan,nan,nan,"
                + "0.770,0.640,0.900,0.0000,0,0",
            "300,0,362.000,347.000,377.000,3640000000,3580000000,3700000000,nan,nan,nan,"
                + "1.070,0.940,1.200,0.3000,1,0");
    assertThat(summary).isEqualTo("3 configurations: 1 beyond the measured range, 0 novel");
  }

  @Test
  void readsTablesOfMeasurementsWithTheirFiguresAtRest() throws IOException {
    csv(
        """
        function_figlet,rate_function_figlet,cpu_usage_function_figlet,cpu_usage_idle_node,ram_usage_idle_node,power_usage_idle_node,comment
        figlet,10,1.5,100.000,1000000000.000,500000.000,"so, so"
        figlet,20,1.5,nan,,nan,x
        """);
    assertThat(lines.get(1))
        .startsWith("figlet,10,1.5,100.000,1000000000.000,500000.000,\"so, so\",110.000,95.000,")
        .contains(",1010000000,", ",0.510,");
    assertThat(lines.get(2)).contains("x,82.000,67.000", ",3360000000,", ",0.790,");
  }

  @Test
  void takesTheNodeTypeOfTheLineBeforeTheCommands() throws IOException {
    csv("node_type,figlet,idle_cpu\nLIGHT,10,\n,10,\nmid,10,5\n");
    assertThat(lines.get(1)).contains(",10,,50.000,");
    assertThat(lines.get(2)).contains(",10,,72.000,");
    assertThat(lines.get(3)).contains(",10,5,15.000,");
  }

  @Test
  void answersAJsonObjectALine() throws IOException {
    Warning novel = new Warning(Warning.Kind.NOVEL, "never seen together");
    WhatIf whatIf = whatIf(new FakeForecaster(load -> 0.25, novel));
    WhatIf.Summary summary = whatIf.json(new StringReader("figlet\n\n50\n"), lines::add);
    assertThat(summary).isEqualTo(new WhatIf.Summary(1, 0, 1));
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .startsWith(
            "{\"line\":3,\"node\":\"MID\",\"rates\":{\"figlet\":50.0},\"targets\":{\"cpu\":{")
        .endsWith(
            "\"overload\":0.25,\"extrapolated\":false,\"novel\":true,"
                + "\"warnings\":[\"novel: never seen together\"]}");
  }

  @Test
  void asksInBatchesHoweverLongTheFileIs() throws IOException {
    int count = 2 * WhatIf.BATCH + 1;
    String summary = csv("figlet\n" + "1\n".repeat(count));
    assertThat(summary).startsWith(count + " configurations");
    assertThat(model.batches).containsExactly(WhatIf.BATCH, WhatIf.BATCH, 1);
    assertThat(lines).hasSize(count + 1);
  }

  @Test
  void readsAByteOrderMarkAndWindowsLineEnds() throws IOException {
    csv("\uFEFFfiglet,env\r\n50,20\r\n");
    assertThat(lines.get(1)).startsWith("50,20,132.000");
  }

  @Test
  void usesTheOptionsFigureAtRestWhereTheLineHasNone() throws IOException {
    Idle given = new Idle(7, Double.NaN, Double.NaN, Double.NaN);
    new WhatIf(new CheckedForecaster(model), Optional.of(MID), given)
        .csv(new StringReader("figlet\n3\n"), lines::add);
    assertThat(lines.get(1)).startsWith("3,10.000,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "-5 | line 3: the rate of figlet is '-5': give requests per second, a number of 0 or more; nothing was written",
        "NaN | line 3: the rate of figlet is 'NaN': give requests per second, a number of 0 or more; nothing was written",
        "1e999 | line 3: the rate of figlet is '1e999': give requests per second, a number of 0 or more; nothing was written",
        "ten | line 3: the rate of figlet is 'ten': give requests per second, a number of 0 or more; nothing was written",
        "1,2 | line 3: 2 columns instead of 1 (a torn line?); nothing was written",
        "\"1 | line 3: quotes do not match; nothing was written",
      })
  void refusesTheWholeFileForOneBadLine(String cell, String message) {
    refused("figlet\n50\n" + cell + "\n60\n", message);
  }

  @Test
  void countsTheOtherBadLines() {
    refused(
        "figlet\n50\nx\n\n\0\0\0\ny\n",
        "line 3: the rate of figlet is 'x': give requests per second, a number of 0 or more;"
            + " 2 more lines cannot be used; nothing was written");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "node_type,figlet;HEAVY,5 | line 2: unknown node type 'HEAVY': the model knows LIGHT, MID; bin/forecaster calibrate adapts it to another; nothing was written",
        "figlet,idle_cpu;5,900 | line 2: CPU at rest is 900 %, but MID has 400 % in all; nothing was written",
        "figlet,idle_cpu;5,-9 | line 2: '-9' is no figure for idle_cpu: give a number of 0 or more; nothing was written",
        "figlet; | no configurations below the header",
        "node_type,idle_cpu;MID,5 | the header has no column of rates: name them rate_function_F or by the function",
        "rate_function_figlt;5 | unknown function 'figlt': the model knows env, figlet, nmap",
        "rate_function_figlet,figlet;5,5 | the header has two columns of rates of figlet",
        "figlet,figlet;5,5 | the header has two columns of rates of figlet",
        "figlet,idle_cpu,cpu_usage_idle_node;5,5,5 | the header has two columns of the same figure at rest: one is cpu_usage_idle_node",
        "figlet,cpu_low;5,5 | column cpu_low is a forecast's: take out the columns of the earlier answer",
        "figlet,enw;5,5 | column 'enw' is no function the model knows (env, figlet, nmap), no node_type and no figure at rest; to keep columns of yours, name those of rates rate_function_F",
      })
  void refusesTablesItDoesNotUnderstand(String table, String message) {
    refused(table.replace(';', '\n'), message);
  }

  @Test
  void refusesEmptyFilesAndEndlessLines() {
    refused("", "empty file: a header and a line a configuration are needed");
    refused("\n\n", "empty file: a header and a line a configuration are needed");
    refused(
        "figlet\n" + "1".repeat(CsvLines.LONGEST + 1),
        "line 2 is longer than 1048576 characters: is this a CSV file?");
  }

  @Test
  void refusesLinesWithoutANodeType() {
    WhatIf anywhere = new WhatIf(new CheckedForecaster(model), Optional.empty(), UNKNOWN);
    assertThatThrownBy(() -> anywhere.check(new StringReader("figlet\n5\n")))
        .hasMessage(
            "line 2: no node type: give --node-type, or a column named node_type;"
                + " nothing was written");
  }

  @Test
  void stopsAtALineThatWentBadAfterTheCheck() {
    assertThatThrownBy(() -> whatIf(model).csv(new StringReader("figlet\n5\n-1\n"), lines::add))
        .isInstanceOf(BadQuestionException.class)
        .hasMessageStartingWith("line 3: the rate of figlet is '-1'");
  }
}
