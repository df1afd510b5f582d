package io.github.edgewatt.profiler.report.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.profiler.report.chart.Fonts;
import io.github.edgewatt.profiler.report.chart.Ink;
import io.github.edgewatt.profiler.report.figures.Figures;
import io.github.edgewatt.profiler.report.figures.FiguresJson;
import io.github.edgewatt.profiler.report.figures.ReportInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The page from top to bottom. */
public final class Page {
  private Page() {}

  /** The whole document. */
  public static String of(ReportInput input, Figures figures) {
    Html html = new Html();
    html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.element("title", "Edgewatt " + input.title());
    html.raw("<style>\n" + colors() + style() + "</style></head>\n<body><main>\n");
    html.raw("<header>").element("p class=\"eyebrow\"", "Edgewatt · run " + input.title());
    html.element("h1", Sentence.of(figures.summary(), input.machine())).raw("</header>\n");
    CostSection.write(html, figures);
    Optional<String> noCharts = Fonts.problem();
    if (noCharts.isPresent()) {
      html.element("p class=\"note\"", noCharts.get());
    } else {
      CurveSection.write(html, figures);
      MixSection.write(html, figures, input.cores());
    }
    TimeSection.write(html, figures);
    FactsSection.write(html, input);
    html.raw("</main>\n<script type=\"application/json\" id=\"figures\">");
    html.raw(json(figures)).raw("</script>\n</body></html>\n");
    return html.toString();
  }

  private static String colors() {
    StringBuilder css = new StringBuilder(":root{");
    for (Ink ink : Ink.values()) {
      css.append(ink.variable()).append(':').append(ink.css()).append(';');
    }
    return css.append("}\n").toString();
  }

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the style sheet in the jar cannot be read", e);
    }
  }

  /** No {@code <} may stand in a script element: a function's name could end it. */
  private static String json(Figures figures) {
    try {
      return new ObjectMapper().writeValueAsString(FiguresJson.of(figures)).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures cannot be written as JSON", e);
    }
  }
}
