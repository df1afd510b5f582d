package io.github.edgewatt.charts.page;

import io.github.edgewatt.charts.Xml;
import java.util.List;

/** Writes HTML piece by piece; text is escaped, markup is not. */
public final class Html {
  private final StringBuilder out = new StringBuilder(1 << 16);

  /** Markup as it is. */
  public Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Escaped text. */
  public Html text(String text) {
    out.append(Xml.escape(text));
    return this;
  }

  /** {@code <tag>text</tag>}; {@code tag} may carry attributes. */
  public Html element(String tag, String text) {
    return raw("<" + tag + ">").text(text).raw("</" + tag.split(" ", 2)[0] + ">\n");
  }

  /** A drawing with a caption above it; {@code svg} is markup. */
  public Html figure(String caption, String svg) {
    return raw("<figure>").element("figcaption", caption).raw(svg).raw("</figure>\n");
  }

  /** Opens a table that turns into cards on narrow screens. */
  public Html openTable(String caption, List<String> headers, int textColumns) {
    raw("<table>").element("caption", caption).raw("<thead><tr>");
    for (int i = 0; i < headers.size(); i++) {
      element(
          i < textColumns ? "th scope=\"col\" class=\"words\"" : "th scope=\"col\"",
          headers.get(i));
    }
    return raw("</tr></thead><tbody>\n");
  }

  /** A row: the first cell is its header; labels repeat the column's header for cards. */
  public Html row(List<String> headers, List<String> cells, int textColumns) {
    raw("<tr>").element("th scope=\"row\"", cells.get(0));
    for (int i = 1; i < cells.size(); i++) {
      String kind = i < textColumns ? " class=\"words\"" : "";
      if (cells.get(i).contains("±")) {
        kind = " class=\"wide\"";
      }
      element("td" + kind + " data-label=\"" + Xml.escape(headers.get(i)) + "\"", cells.get(i));
    }
    return raw("</tr>\n");
  }

  /** Closes what {@link #openTable} opened. */
  public Html closeTable() {
    return raw("</tbody></table>\n");
  }

  /**
   * JSON for programs in an invisible element with this id. No {@code <} may stand in a script
   * element: a name from outside could end it.
   */
  public Html json(String id, String json) {
    raw("<script type=\"application/json\" id=\"" + id + "\">");
    return raw(json.replace("<", "\\u003c")).raw("</script>\n");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
