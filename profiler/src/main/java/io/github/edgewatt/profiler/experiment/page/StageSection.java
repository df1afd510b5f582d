package io.github.edgewatt.profiler.experiment.page;

import io.github.edgewatt.charts.Xml;
import io.github.edgewatt.charts.page.Html;
import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.profiler.experiment.journal.ExperimentHead;
import io.github.edgewatt.profiler.experiment.journal.Journal;
import io.github.edgewatt.profiler.experiment.journal.StageEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The machine, the exact commands and the steps they took. */
final class StageSection {
  private static final List<String> HEADERS =
      List.of("Step", "State", "Command", "Seconds", "Exit");

  /** What {@code bin/profiler} starts. */
  private static final String PROFILER = "io.github.edgewatt.profiler.command.Main";

  private StageSection() {}

  static void write(Html html, Journal journal, List<StageEntry> entries, String toLogs) {
    ExperimentHead head = journal.head();
    html.raw("<section id=\"facts\">").element("h2", "The machine and the commands");
    html.raw("<pre>")
        .element("code", "bin/profiler " + String.join(" ", head.command()))
        .raw("</pre>\n<dl>");
    fact(html, "machine", head.machine());
    fact(html, "power meter", head.meter());
    fact(html, "started", head.startedAt());
    fact(html, "edgewatt", head.tool());
    html.raw("</dl>\n<details><summary>Every step with its command</summary>\n");
    html.openTable("Logs are linked by the step's name", HEADERS, 3);
    for (StageEntry entry : entries) {
      String log = entry.log().endsWith(".log") ? toLogs + entry.log() : "";
      String name = Xml.escape(entry.stage());
      html.raw("<tr><th scope=\"row\">")
          .raw(log.isEmpty() ? name : "<a href=\"" + Xml.escape(log) + "\">" + name + "</a>")
          .raw("</th>");
      cell(html, 1, entry.state().name().toLowerCase(Locale.ROOT));
      cell(html, 2, command(entry.command()));
      cell(html, 3, seconds(entry));
      cell(html, 4, entry.exit() == null ? Numbers.ABSENT : String.valueOf(entry.exit()));
      html.raw("</tr>\n");
    }
    html.closeTable().raw("</details></section>\n");
  }

  private static void cell(Html html, int column, String text) {
    html.element(
        (column < 3 ? "td class=\"words\"" : "td") + " data-label=\"" + HEADERS.get(column) + "\"",
        text);
  }

  private static void fact(Html html, String label, String value) {
    html.raw("<div>").element("dt", label).element("dd", value).raw("</div>");
  }

  /** A stage of this program as people type it; any other command as it ran. */
  static String command(List<String> words) {
    int main = words.indexOf(PROFILER);
    if (main >= 0) {
      return "bin/profiler " + String.join(" ", words.subList(main + 1, words.size()));
    }
    return String.join(" ", words);
  }

  private static String seconds(StageEntry entry) {
    if (entry.endedAt() == null) {
      return Numbers.ABSENT;
    }
    Duration took =
        Duration.between(Instant.parse(entry.startedAt()), Instant.parse(entry.endedAt()));
    return Numbers.fixed(took.toMillis() / 1_000.0, 1);
  }
}
