package io.github.edgewatt.profiler.experiment.page;

import io.github.edgewatt.charts.page.Document;
import io.github.edgewatt.charts.page.Html;
import io.github.edgewatt.charts.page.StyleSheet;
import io.github.edgewatt.profiler.experiment.figures.MeasurementFigures;
import io.github.edgewatt.profiler.experiment.journal.Journal;
import io.github.edgewatt.profiler.experiment.journal.StageEntry;
import io.github.edgewatt.profiler.experiment.spec.Experiment;
import java.nio.file.Path;
import java.util.List;

/** The page of one measurement, from top to bottom. */
final class MeasurementPage {
  private MeasurementPage() {}

  /**
   * The whole document.
   *
   * @param page the folder it will stand in
   * @param folder the measurement's files
   * @param toLogs from the page to what the journal's logs are told from: empty or {@code ../}
   */
  static String of(
      Experiment experiment,
      Journal journal,
      List<StageEntry> entries,
      MeasurementFigures figures,
      Path page,
      Path folder,
      String toLogs) {
    Html html = new Html();
    ResultSection.write(html, figures);
    ChartSection.write(html, figures);
    FileSection.write(html, page, folder, figures.track().folder());
    StageSection.write(html, journal, entries, toLogs);
    return new Document(
            "Edgewatt " + journal.head().id(),
            "Edgewatt · experiment " + journal.head().id(),
            Sentence.of(experiment, figures),
            StyleSheet.read(MeasurementPage.class, "experiment.css"),
            html,
            new Html())
        .html();
  }
}
