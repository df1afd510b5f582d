package io.github.edgewatt.charts.page;

import static java.util.Objects.requireNonNull;

import io.github.edgewatt.charts.Ink;

/**
 * A whole page: everything it needs is inside.
 *
 * @param title what tabs and bookmarks show
 * @param eyebrow the small line above the headline
 * @param headline the one sentence that says it all
 * @param style CSS for what the house's style sheet does not know; may be empty
 * @param sections what stands below the headline
 * @param data markup behind the visible content, for programs; may be empty
 */
public record Document(
    String title, String eyebrow, String headline, String style, Html sections, Html data) {
  public Document {
    requireNonNull(title, "title is null");
    requireNonNull(eyebrow, "eyebrow is null");
    requireNonNull(headline, "headline is null");
    requireNonNull(style, "style is null");
    requireNonNull(sections, "sections is null");
    requireNonNull(data, "data is null");
  }

  /** The HTML, to be written as UTF-8. */
  public String html() {
    Html html = new Html();
    html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.element("title", title);
    html.raw("<style>\n" + colors() + StyleSheet.read(Document.class, "page.css") + style);
    html.raw("</style></head>\n<body><main>\n");
    html.raw("<header>").element("p class=\"eyebrow\"", eyebrow);
    html.element("h1", headline).raw("</header>\n");
    html.raw(sections.toString()).raw("</main>\n").raw(data.toString());
    return html.raw("</body></html>\n").toString();
  }

  private static String colors() {
    StringBuilder css = new StringBuilder(":root{");
    for (Ink ink : Ink.values()) {
      css.append(ink.variable()).append(':').append(ink.css()).append(';');
    }
    return css.append("}\n").toString();
  }
}
