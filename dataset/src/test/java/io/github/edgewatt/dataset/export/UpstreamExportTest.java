package io.github.edgewatt.dataset.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.RealData;
import io.github.edgewatt.dataset.Samples;
import io.github.edgewatt.dataset.Verdict;
import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.dataset.run.JournalEntry.Measured;
import io.github.edgewatt.dataset.run.RunDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamExportTest {
  private static final String SOLO_FILE = "generator/results-2026-11-22_10-15-00-figlet.csv";
  private static final String MIX_FILE =
      "output-energy/LIGHT/results-2026-11-22_10-15-00-0-20s.csv";

  @TempDir Path root;

  private Path run(MeasurementRow... rows) throws DatasetException {
    try (RunDirectory run = RunDirectory.create(root.resolve("output"), Samples.manifest())) {
      List<JournalEntry> events = new ArrayList<>();
      for (MeasurementRow row : rows) {
        events.add(new Measured(row, 1));
      }
      run.appendAll(events);
      return run.path();
    }
  }

  private static MeasurementRow solo(String id) {
    return Samples.row(id, Kind.SOLO, 1, Configuration.solo("figlet", 50));
  }

  private static MeasurementRow spoilt(MeasurementRow row, Verdict.Kind kind) {
    return Samples.with(row, new Verdict(kind, List.of("because")));
  }

  @Test
  void writesUpstreamsColumnsAndValidRowsOnly() throws Exception {
    Path run =
        run(
            solo("m1"),
            spoilt(solo("m2"), Verdict.Kind.INVALID),
            Samples.row("m3", Kind.MIX, 1, Samples.mix(10, 0, 50)),
            spoilt(
                Samples.row("m4", Kind.MIX, 1, Samples.mix(50, 0, 50)),
                Verdict.Kind.OVERLOAD_ONLY));
    Path target = root.resolve("export");
    ExportReport report = UpstreamExport.write(run, target, Optional.empty());

    assertThat(report.toString())
        .isEqualTo("1 solo and 1 mix rows (LIGHT); left out 1 overload-only and 1 invalid rows");
    assertThat(Files.readString(target.resolve(SOLO_FILE)))
        .isEqualTo(
            """
            name,rate,success_rate,cpu_usage,ram_usage,power_usage,overloaded,medium_latency
            figlet,50,1.000,50.124,53477376.000,nan,0,2345678
            """);
    List<String> mix = Files.readAllLines(target.resolve(MIX_FILE));
    assertThat(mix).hasSize(2);
    assertThat(mix.get(0).split(",")).hasSize(37).doesNotContain("verdict");
    assertThat(mix.get(1)).startsWith("figlet,10,1.000,10.124,");
    assertThat(mix.get(1)).endsWith(",nan,nan,11,0");
    assertThat(names(root)).containsExactly("export", "output");
  }

  @Test
  void theNodeTypeCanBeNamed() throws Exception {
    Path run = run(Samples.row("m3", Kind.MIX, 1, Samples.mix(10, 0, 50)));
    UpstreamExport.write(run, root.resolve("a/b"), Optional.of("EDGE-2"));
    assertThat(root.resolve("a/b/" + MIX_FILE.replace("LIGHT", "EDGE-2"))).exists();
    assertThatThrownBy(() -> UpstreamExport.write(run, root.resolve("c"), Optional.of("../x")))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("cannot name a node type");
  }

  @Test
  void aFolderInUseIsRefusedAndAnEmptyOneTaken() throws Exception {
    Path run = run(solo("m1"));
    Path target = Files.createDirectory(root.resolve("export"));
    UpstreamExport.write(run, target, Optional.empty());
    assertThatThrownBy(() -> UpstreamExport.write(run, target, Optional.empty()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("is not an empty folder");
    Path file = Files.writeString(root.resolve("file"), "x");
    assertThatThrownBy(() -> UpstreamExport.write(run, file, Optional.empty()))
        .isInstanceOf(DatasetException.class);
    assertThatThrownBy(() -> UpstreamExport.write(run, file.resolve("in"), Optional.empty()))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith("cannot export to");
    assertThat(names(root)).containsExactly("export", "file", "output");
  }

  @Test
  void withoutValidRowsNothingIsWritten() throws Exception {
    Path run = run(spoilt(solo("m1"), Verdict.Kind.INVALID));
    assertThatThrownBy(() -> UpstreamExport.write(run, root.resolve("export"), Optional.empty()))
        .isInstanceOf(DatasetException.class)
        .hasMessage("nothing to export: no row is valid");
    assertThat(root.resolve("export")).doesNotExist();
  }

  /** The strictest test of the number formats: what upstream wrote comes out as it wrote it. */
  @Test
  void upstreamsOwnFilesComeOutUnchanged() throws Exception {
    Path data = RealData.dfaas();
    Path target = root.resolve("export");
    ExportReport report = UpstreamExport.write(data, target, Optional.empty());

    assertThat(report.soloRows()).isEqualTo(180);
    assertThat(report.nodeTypes()).containsExactly("HEAVY", "LIGHT", "MID");
    try (Stream<Path> files = Files.walk(target)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = target.relativize(file).toString();
        Path source =
            data.resolve(name.replace("generator", "solo").replace("output-energy", "mixes"));
        assertThat(Files.readString(file).lines().toList())
            .as(name)
            .isEqualTo(
                Files.readString(source, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.indexOf('\0') < 0)
                    .toList());
      }
    }
  }

  @Test
  void aNodeTypeThatNobodyKnowsIsAskedFor() throws Exception {
    Path run = run(Samples.row("m3", Kind.MIX, 1, Samples.mix(10, 0, 50)));
    Path table = run.resolve("results-2026-11-22_10-15-00-0-20s.csv");
    Path alone = Files.createDirectory(root.resolve("some folder"));
    Files.copy(table, alone.resolve(table.getFileName()));
    assertThatThrownBy(() -> UpstreamExport.write(alone, root.resolve("x"), Optional.empty()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("--node-type");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.map(child -> child.getFileName().toString()).sorted().toList();
    }
  }
}
