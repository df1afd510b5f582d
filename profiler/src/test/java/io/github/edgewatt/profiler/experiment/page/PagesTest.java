package io.github.edgewatt.profiler.experiment.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.TestRuns;
import io.github.edgewatt.profiler.experiment.figures.Golden;
import io.github.edgewatt.profiler.experiment.journal.ExperimentHead;
import io.github.edgewatt.profiler.experiment.journal.Journal;
import io.github.edgewatt.profiler.experiment.journal.StageEntry.State;
import io.github.edgewatt.profiler.experiment.spec.Experiment;
import io.github.edgewatt.profiler.experiment.spec.ExperimentYaml;
import io.github.edgewatt.profiler.experiment.spec.Overrides;
import io.github.edgewatt.profiler.experiment.spec.Paths;
import io.github.edgewatt.profiler.experiment.stage.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
  @TempDir Path folder;
  private Journal journal;
  private Experiment experiment;

  @BeforeEach
  void write() throws Exception {
    ExperimentHead head =
        new ExperimentHead(
            "short-1",
            "short",
            List.of("experiment", "<b>.yaml"),
            "/x",
            null,
            null,
            "2 cores, 24 GiB",
            "none: no powercap folder",
            "0.1 (abc)",
            "2026-11-22T10:15:00Z");
    journal = Journal.create(folder, head, Clock.systemUTC());
    List<String> command =
        List.of(
            "/jdk/bin/java", "-cp", "x.jar", "io.github.edgewatt.profiler.command.Main", "feed");
    journal.end(journal.begin("", 1, "feed", command, "logs/feed.log"), State.DONE, 0, "");
    Path file = folder.resolve("e.yaml");
    Files.writeString(file, "kafka: {servers: 'a:1'}\nprometheus: 'http://p:1'\n");
    experiment = ExperimentYaml.read(file, new Paths(TestRuns.home(), folder), Overrides.NONE);
  }

  @Test
  void oneMeasurementsPageTellsWhatIsValidAndLinksToTheRest() throws Exception {
    Golden.write(folder);
    Files.createDirectories(folder.resolve("snapshots/1700000020"));
    Files.writeString(folder.resolve("correlations.html"), "x");

    Path page =
        Pages.write(
            folder,
            experiment,
            journal,
            List.of(new Pages.Part("2 consumers", Place.of(folder, "", 1))),
            false);

    assertThat(Files.readString(page))
        .contains(
            "40 images of 50.0 KB went to 2 consumers of synthetic:0.2 at 320 on a day-night curve"
                + " up to 1.00 MB/s: 37 answered, 1 more than once; 2 images have no answer;")
        .contains("bin/profiler experiment &lt;b&gt;.yaml")
        .contains("bin/profiler feed")
        .contains("href=\"correlations.html\"", "href=\"snapshots/1700000020\"")
        .contains("href=\"yolo_outputs/1700000000_synthetic-0.2\"", "href=\"logs/feed.log\"")
        .contains("id=\"load\"", "id=\"latency\"", "id=\"queue\"", "id=\"cpu\"")
        .contains("no joules: none: no powercap folder")
        .doesNotContain("http://p:1", "<b>.yaml", "NaN");
  }

  @Test
  void aSweepsPageComparesAndLinks() throws Exception {
    List<Pages.Part> parts =
        List.of(
            new Pages.Part("one", Place.of(folder, "01-a", 1)),
            new Pages.Part("two", Place.of(folder, "02-b", 2)));
    for (Pages.Part part : parts) {
      Files.createDirectories(part.place().folder());
      Golden.write(part.place().folder());
    }

    Path page = Pages.write(folder, experiment, journal, parts, true);

    assertThat(Files.readString(page))
        .contains("2 combinations", "href=\"02-b/report.html\"", "id=\"rate\"")
        .contains("0 are valid throughout");
    assertThat(Files.readString(folder.resolve("02-b/report.html")))
        .contains("href=\"attempt-2/feed.csv\"");
    assertThat(Files.readAllLines(folder.resolve("sweep.csv")).get(1))
        .startsWith("\"synthetic:0.2\",320,2,40,38,2,1,0.6000,0.5000,")
        .endsWith(",nan,01-a");
  }
}
