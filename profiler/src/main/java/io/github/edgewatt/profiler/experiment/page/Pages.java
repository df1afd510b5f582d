package io.github.edgewatt.profiler.experiment.page;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.AtomicFiles;
import io.github.edgewatt.profiler.experiment.figures.MeasurementFigures;
import io.github.edgewatt.profiler.experiment.journal.Journal;
import io.github.edgewatt.profiler.experiment.journal.StageEntry;
import io.github.edgewatt.profiler.experiment.spec.Experiment;
import io.github.edgewatt.profiler.experiment.stage.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes an experiment's pages from its files. */
public final class Pages {
  /** The page's name. */
  public static final String NAME = "report.html";

  private Pages() {}

  /**
   * A measurement to tell of.
   *
   * @param name as people call it, without the resolution
   * @param place of its last attempt
   */
  public record Part(String name, Place place) {}

  /**
   * Writes {@code report.html} of each measurement and, for a sweep, one that compares them with
   * {@code sweep.csv} beside it.
   *
   * @param folder the experiment's
   * @return the page to open first
   */
  public static Path write(
      Path folder, Experiment experiment, Journal journal, List<Part> parts, boolean sweep)
      throws DatasetException {
    List<SweepPage.Row> rows = new ArrayList<>();
    for (Part part : parts) {
      Place place = part.place();
      // The first attempt's page is in the measurement's folder, and so is that of a later one.
      Path home = sweep ? folder.resolve(place.run()) : folder;
      MeasurementFigures figures = MeasurementFigures.read(place.folder());
      List<StageEntry> entries =
          journal.stages().stream().filter(entry -> entry.run().equals(place.run())).toList();
      String html =
          MeasurementPage.of(
              experiment, journal, entries, figures, home, place.folder(), sweep ? "../" : "");
      replace(home.resolve(NAME), html);
      rows.add(
          new SweepPage.Row(
              part.name() + Sentence.at(figures),
              folder.relativize(home.resolve(NAME)).toString(),
              figures));
    }
    if (sweep) {
      replace(folder.resolve("sweep.csv"), SweepTable.of(rows));
      replace(folder.resolve(NAME), SweepPage.of(journal, rows));
    }
    return folder.resolve(NAME);
  }

  private static void replace(Path file, String content) throws DatasetException {
    try {
      AtomicFiles.replace(file, content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw DatasetException.of("cannot write", file, e);
    }
  }
}
