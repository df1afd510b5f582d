package io.github.edgewatt.dataset.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.Samples;
import io.github.edgewatt.dataset.run.JournalEntry.Measured;
import io.github.edgewatt.dataset.run.RunDirectory;
import io.github.edgewatt.dataset.table.MeasurementTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetReaderTest {
  private static final String SOLO =
      "name,rate,success_rate,cpu_usage,ram_usage,power_usage,overloaded,medium_latency\n";
  private static final MeasurementTable TABLE = new MeasurementTable(List.of("figlet", "env"));

  @TempDir Path folder;

  private Dataset solo(String lines) throws Exception {
    return read("results-2024-01-18_16-07-20-figlet.csv", SOLO + lines);
  }

  private Dataset read(String name, String content) throws Exception {
    return DatasetReader.read(Files.writeString(folder.resolve(name), content));
  }

  @Test
  void readsUpstreamsSoloTable() throws Exception {
    Dataset data =
        solo("figlet,20,1.000,6.323,3822250.667,nan,0,10081021\r\nfiglet,20,0.5,7,2e6,1.5,1,3\n");
    assertThat(data.problems()).isEmpty();
    MeasurementRow first = data.rows().get(0);
    assertThat(first.id()).isEqualTo("results-2024-01-18_16-07-20-figlet.csv:2");
    assertThat(first.kind()).isEqualTo(Kind.SOLO);
    assertThat(first.startedAt()).isEqualTo(Instant.parse("2024-01-18T16:07:20Z"));
    assertThat(first.configuration()).isEqualTo(Configuration.solo("figlet", 20));
    assertThat(first.functions().get(0).powerMicrowatts()).isNaN();
    assertThat(first.functions().get(0).meanLatencyNanos()).isEqualTo(10_081_021);
    assertThat(first.functions().get(0).detail().due()).isEqualTo(-1);
    assertThat(first.functions().get(0).detail().latencyP99Millis()).isNaN();
    assertThat(first.node().cpuPercent()).isNaN();
    assertThat(first.node().detail().meter()).isEqualTo("none");
    assertThat(first.verdict().isValid()).isTrue();
    MeasurementRow second = data.rows().get(1);
    assertThat(second.repeat()).isEqualTo(2);
    assertThat(second.functions().get(0).overloaded()).isTrue();
    assertThat(second.node().overloaded()).isTrue();
    assertThat(data.manifest()).isEmpty();
  }

  @Test
  void everyUnusableLineIsToldWithItsNumberAndTheRestIsRead() throws Exception {
    String good = "figlet,20,1.000,6.323,3822250.667,1291.802,0,10081021\n";
    Dataset data =
        solo(
            good
                + "figlet,20,1.000,6,323,3822250.667,1291.802,0,10081021\n"
                + "figlet,20,1.000,\"6,323\",3822250.667,1291.802,0,10081021\n"
                + "\0\0\0\0\0\0\n"
                + "figlet,20,1.000\n"
                + "\n"
                + "figlet,-20,1.000,6.323,3822250.667,1291.802,0,10081021\n"
                + "figlet,20,1.500,6.323,3822250.667,1291.802,0,10081021\n"
                + "figlet,20,1.000,0x1p3,3822250.667,1291.802,0,10081021\n"
                + "figlet,20,1.000,6.323,3822250.667,1291.802,2,10081021\n"
                + "figlet,20,1.000,6.323,\"3822250.667,1291.802,2,10081021\n"
                + "figlet,20,1.000,1e999,3822250.667,1291.802,0,10081021\n"
                + "figlet,99999999999,1.000,6.3,3822250.667,1291.802,0,10081021\n"
                + SOLO
                + "\u00e9\u0001garbage\n"
                + good);
    assertThat(data.rows()).hasSize(2);
    assertThat(data.rows().get(1).id()).endsWith(":17");
    assertThat(data.problems())
        .extracting(problem -> problem.line() + " " + problem.what())
        .containsExactly(
            "3 9 columns instead of 8 (a decimal comma?)",
            "4 column cpu_usage: '6,323' has a decimal comma",
            "5 holds NUL bytes",
            "6 3 columns instead of 8 (a torn line?)",
            "8 column rate: '-20' is not a whole number",
            "9 column success_rate: '1.500' is not between 0 and 1",
            "10 column cpu_usage: '0x1p3' is not a number",
            "11 column overloaded: '2' is neither 0 nor 1",
            "12 quotes do not match",
            "13 column cpu_usage: '1e999' is too large",
            "14 column rate: '99999999999' is too large",
            "15 column rate: 'rate' is not a whole number",
            "16 1 columns instead of 8 (a torn line?)");
    assertThat(data.problems().get(0).toString()).contains("figlet.csv:3: 9 columns");
  }

  @Test
  void aSoloRowWithoutLineEndIsReadWithAWarning() throws Exception {
    Dataset data = solo("figlet,20,1.000,6.323,3822250.667,1291.802,0,1008");
    assertThat(data.rows()).hasSize(1);
    assertThat(data.problems()).hasSize(1);
    assertThat(data.problems().get(0).what()).contains("may be cut");
  }

  @Test
  void aForeignHeaderIsAProblemOfLineOne() throws Exception {
    for (String header :
        List.of(
            "a,b,c\n1,2,3\n",
            "",
            SOLO.replace("rate,", "Rate,"),
            TABLE.upstreamHeaderLine().replace("env", "figlet") + "\n",
            TABLE.upstreamHeaderLine() + ",unknown\n",
            TABLE.headerLine().replace("window_seconds", "window_ms") + "\n",
            "function_a\n",
            "\"open\n")) {
      Dataset data = read("results-1.csv", header);
      assertThat(data.rows()).isEmpty();
      assertThat(data.problems()).hasSize(1);
      assertThat(data.problems().get(0).line()).isEqualTo(1);
    }
  }

  @Test
  void aFileFullOfGarbageIsBounded() throws Exception {
    Dataset data = solo("garbage\n".repeat(10_000));
    assertThat(data.problems()).hasSize(TableReader.MOST_PROBLEMS + 1);
    assertThat(data.problems().get(TableReader.MOST_PROBLEMS).what())
        .isEqualTo("9900 more lines cannot be used");
    Dataset oneLine = solo("x".repeat(LineReader.LONGEST + 1) + "\n");
    assertThat(oneLine.problems()).hasSize(1);
    assertThat(oneLine.problems().get(0).what()).startsWith("longer than");
  }

  @Test
  void aByteOrderMarkAndQuotedHeaderAreAccepted() throws Exception {
    Dataset data =
        read("results-x.csv", "\uFEFF" + SOLO.replace("name", "\"name\"") + "env,10,1,2,3,4,0,5\n");
    assertThat(data.problems()).isEmpty();
    assertThat(data.rows()).hasSize(1);
    assertThat(data.rows().get(0).startedAt()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void readsOurRunWithDetailsAndManifest() throws Exception {
    MeasurementRow solo = Samples.row("m0001", Kind.SOLO, 1, Configuration.solo("figlet", 50));
    MeasurementRow mix = Samples.row("m0002", Kind.MIX, 1, Samples.mix(10, 0, 50));
    Path path;
    try (RunDirectory run = RunDirectory.create(folder, Samples.manifest())) {
      path = run.path();
      run.appendAll(List.of(new Measured(solo, 31), new Measured(mix, 62)));
    }
    // Through the link, and once only although output/ holds the link and the folder.
    for (Path at : List.of(path, folder.resolve("latest"), folder)) {
      Dataset data = DatasetReader.read(at);
      assertThat(data.problems()).isEmpty();
      assertThat(data.rows()).extracting(MeasurementRow::id).containsExactly("m0002", "m0001");
      assertThat(data.rows(Kind.SOLO).get(0).functions().get(0).detail())
          .isEqualTo(solo.functions().get(0).detail());
      assertThat(data.manifest()).contains(Samples.manifest());
      assertThat(data.files()).allMatch(file -> file.nodeType().orElse("").equals("LIGHT"));
    }
  }

  @Test
  void aTornRunIsReadUpToTheTear() throws Exception {
    Path path;
    try (RunDirectory run = RunDirectory.create(folder, Samples.manifest())) {
      path = run.path();
      for (int i = 1; i <= 3; i++) {
        String id = "m000" + i;
        run.append(new Measured(Samples.row(id, Kind.SOLO, i, Configuration.solo("env", 5)), i));
      }
    }
    Path details = path.resolve("solo/details-2026-11-22_10-15-00-env.csv");
    byte[] bytes = Files.readAllBytes(details);
    Files.write(details, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    Dataset data = DatasetReader.read(path);
    assertThat(data.rows()).hasSize(2);
    assertThat(data.problems())
        .extracting(Problem::what)
        .containsExactly(
            "torn last line: resume the run to mend it",
            "4 lines beside 3 in details-2026-11-22_10-15-00-env.csv: resume the run to mend it");

    Files.writeString(path.resolve("run.json"), "{\"schema\": 9}");
    Files.delete(path.resolve("solo/results-2026-11-22_10-15-00-env.csv"));
    assertThat(DatasetReader.read(path).problems())
        .extracting(Problem::what)
        .anyMatch(what -> what.contains("schema 9"))
        .anyMatch(what -> what.contains("has no results-2026-11-22_10-15-00-env.csv beside it"));
  }

  @Test
  void nothingToReadIsOneClearLine() throws IOException {
    assertThatThrownBy(() -> DatasetReader.read(folder))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("holds no measurements");
    assertThatThrownBy(() -> DatasetReader.read(folder.resolve("absent")))
        .isInstanceOf(DatasetException.class)
        .hasMessageEndingWith("absent: no such file or folder");
    Files.write(folder.resolve("results-1.csv"), "x".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> DatasetReader.read(folder.resolve("results-2.csv")))
        .isInstanceOf(DatasetException.class);
  }
}
