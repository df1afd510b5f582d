package io.github.edgewatt.profiler.experiment.page;

import io.github.edgewatt.charts.Xml;
import io.github.edgewatt.charts.page.Html;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Links to what a measurement left. */
final class FileSection {
  private FileSection() {}

  /**
   * Writes the links of those files that are there.
   *
   * @param page the folder the page stands in
   * @param folder the measurement's
   * @param track the tracker's folder
   */
  static void write(Html html, Path page, Path folder, Path track) {
    html.raw("<section id=\"files\">").element("h2", "Files").raw("<ul>");
    link(html, page, folder.resolve("correlations.html"), "what moves with what, with charts");
    link(html, page, folder.resolve("correlations.csv"), "the same as a table");
    link(html, page, folder.resolve("feed.csv"), "each slice of the feed");
    link(html, page, folder.resolve("feed.json"), "the feed as a whole");
    link(html, page, track, "every result: the tracker's tables");
    link(html, page, track.resolve("summary.json"), "the tracker's sums");
    newestExtract(folder)
        .ifPresent(extract -> link(html, page, extract, "what Prometheus saw meanwhile"));
    link(html, page, folder.resolve("usage.csv"), "CPU and memory of the consumers, each second");
    link(html, page, folder.resolve("measured.json"), "window, energy, remarks");
    html.raw("</ul></section>\n");
  }

  private static void link(Html html, Path page, Path file, String what) {
    if (Files.exists(file)) {
      String to = page.relativize(file).toString();
      html.raw("<li><a href=\"" + Xml.escape(to) + "\">")
          .text(to)
          .raw("</a> ")
          .text(what)
          .raw("</li>");
    }
  }

  private static Optional<Path> newestExtract(Path folder) {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> extracts = Files.list(folder.resolve("snapshots"))) {
      extracts.filter(each -> each.getFileName().toString().matches("\\d+")).forEach(found::add);
    } catch (IOException e) {
      return Optional.empty();
    }
    return found.stream().max(Comparator.comparing(each -> each.getFileName().toString()));
  }
}
