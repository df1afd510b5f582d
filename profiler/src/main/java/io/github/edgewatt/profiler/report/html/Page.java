package io.github.edgewatt.profiler.report.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.charts.Fonts;
import io.github.edgewatt.charts.page.Document;
import io.github.edgewatt.charts.page.Html;
import io.github.edgewatt.charts.page.StyleSheet;
import io.github.edgewatt.profiler.report.figures.Figures;
import io.github.edgewatt.profiler.report.figures.FiguresJson;
import io.github.edgewatt.profiler.report.figures.ReportInput;
import java.util.Optional;

/** The page from top to bottom. */
public final class Page {
  private Page() {}

  /** The whole document. */
  public static String of(ReportInput input, Figures figures) {
    Html html = new Html();
    CostSection.write(html, figures);
    EnergySection.write(html, figures.energy());
    Optional<String> noCharts = Fonts.problem();
    if (noCharts.isPresent()) {
      html.element("p class=\"note\"", noCharts.get());
    } else {
      CurveSection.write(html, figures);
      MixSection.write(html, figures, input.cores());
    }
    TimeSection.write(html, figures);
    FactsSection.write(html, input);
    return new Document(
            "Edgewatt " + input.title(),
            "Edgewatt · run " + input.title(),
            Sentence.of(figures.summary(), input.machine()),
            StyleSheet.read(Page.class, "report.css"),
            html,
            new Html().json("figures", json(figures)))
        .html();
  }

  private static String json(Figures figures) {
    try {
      return new ObjectMapper().writeValueAsString(FiguresJson.of(figures));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures cannot be written as JSON", e);
    }
  }
}
