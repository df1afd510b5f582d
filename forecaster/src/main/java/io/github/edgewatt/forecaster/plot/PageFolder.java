package io.github.edgewatt.forecaster.plot;

import io.github.edgewatt.charts.Svg;
import io.github.edgewatt.dataset.run.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page and its charts as files. */
final class PageFolder {
  private PageFolder() {}

  /** Replaces the page last, so that what it shows is there already. */
  static void write(Path folder, String page, String html, List<Figure> figures)
      throws IOException {
    Files.createDirectories(folder);
    for (Figure figure : figures) {
      String svg = Svg.standalone(figure.svg());
      AtomicFiles.replace(
          folder.resolve(figure.name() + ".svg"), svg.getBytes(StandardCharsets.UTF_8));
    }
    AtomicFiles.replace(folder.resolve(page), html.getBytes(StandardCharsets.UTF_8));
  }
}
