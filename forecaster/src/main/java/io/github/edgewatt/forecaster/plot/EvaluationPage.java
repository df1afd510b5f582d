package io.github.edgewatt.forecaster.plot;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How good a model is, on one page that opens without network.
 *
 * @param title what was evaluated, for tab and eyebrow
 * @param headline the result in one sentence
 * @param tables scores, above the charts
 * @param targets forecasts of quantities
 * @param overload forecasts of overload; empty arrays where there are none
 * @param importance what the models lean on
 */
public record EvaluationPage(
    String title,
    String headline,
    List<TextTable> tables,
    List<Predicted> targets,
    OverloadScores overload,
    List<Importance> importance) {
  /** The page's file in the folder of {@link #writeTo}. */
  public static final String FILE = "evaluation.html";

  /** Copies. */
  public EvaluationPage {
    requireNonNull(title, "title is null");
    requireNonNull(headline, "headline is null");
    requireNonNull(overload, "overload is null");
    tables = List.copyOf(tables);
    targets = List.copyOf(targets);
    importance = List.copyOf(importance);
  }

  /** The document, to be written as UTF-8. */
  public String html() {
    return sections().html();
  }

  /** The charts in the order of the page; none where this Java has no fonts. */
  public List<Figure> figures() {
    return sections().figures();
  }

  /** Writes {@value #FILE} and a file a chart into {@code folder}, which is made if need be. */
  public void writeTo(Path folder) throws IOException {
    sections().writeTo(folder, FILE);
  }

  private Sections sections() {
    Sections sections = new Sections(title, "evaluation of " + title, headline);
    if (!tables.isEmpty()) {
      sections.open("scores", "Scores");
      sections.tables(tables);
      sections.close();
    }
    if (!sections.canDraw()) {
      return sections;
    }
    sections.open("targets", "Forecast and measurement");
    for (Predicted target : targets) {
      String name = target.target();
      List<Figure> row = new ArrayList<>();
      row.add(ScatterChart.of(target, sections.name("predicted", name)));
      row.add(ResidualChart.of(target, sections.name("residual", name)));
      row.add(CoverageChart.of(target, sections.name("coverage", name)));
      sections.row(name, row);
    }
    if (targets.isEmpty()) {
      sections.note("No target was forecast.");
    }
    sections.row("Overload", List.of(ReliabilityChart.of(overload, sections.name("reliability"))));
    sections.close();
    if (!importance.isEmpty()) {
      sections.open("importance", "What the model leans on");
      List<Figure> row = new ArrayList<>();
      for (Importance one : importance) {
        row.add(ImportanceChart.of(one, sections.name("importance", one.target())));
      }
      sections.row("Importance of features", row);
      sections.close();
    }
    return sections;
  }
}
