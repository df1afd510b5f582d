package io.github.edgewatt.charts.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.charts.Ink;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTest {
  private static final String EVIL = "</script><b>&'\"";

  @Test
  void holdsAllItNeeds() {
    String page = page(new Html().element("p", "content"), new Html());
    assertThat(page).startsWith("<!DOCTYPE html>").endsWith("</main>\n</body></html>\n");
    assertThat(page)
        .contains("<title>a &lt;title&gt;</title>", "<h1>a headline</h1>", ">an eyebrow</p>")
        .contains("<p>content</p>", ".own { top: 0 }", "prefers-color-scheme: dark", "@media print")
        .doesNotContain("http", "@import", "<link", "<script");
    for (Ink ink : Ink.values()) {
      assertThat(page).contains(ink.variable() + ":" + ink.css() + ";");
    }
  }

  @Test
  void escapesTextAndData() {
    Html html = new Html().element("p class=\"note\"", EVIL).text(EVIL).figure(EVIL, "<svg/>");
    html.openTable(EVIL, List.of("h", EVIL), 1).row(List.of("h", EVIL), List.of(EVIL, EVIL), 1);
    html.closeTable();
    String page = page(html, new Html().json("data", "{\"a\":\"</script>\"}"));
    assertThat(page)
        .doesNotContain("<b>")
        .contains("<p class=\"note\">&lt;/script&gt;&lt;b&gt;&amp;&#39;&quot;</p>")
        .contains("data-label=\"&lt;/script&gt;&lt;b&gt;")
        .contains("id=\"data\">{\"a\":\"\\u003c/script>\"}</script>");
  }

  @Test
  void tablesAlignWordsLeftAndGiveIntervalsRoom() {
    Html html = new Html().openTable("c", List.of("a", "b", "c"), 2);
    html.row(List.of("a", "b", "c"), List.of("1", "2", "3 ± 1"), 2).closeTable();
    assertThat(html.toString())
        .contains("<th scope=\"col\" class=\"words\">b</th>", "<th scope=\"row\">1</th>")
        .contains("<td class=\"words\" data-label=\"b\">2</td>")
        .contains("<td class=\"wide\" data-label=\"c\">3 ± 1</td>");
  }

  @Test
  void missingStyleSheetsAreNamed() {
    assertThatThrownBy(() -> StyleSheet.read(DocumentTest.class, "none.css"))
        .hasMessageContaining("none.css");
  }

  private static String page(Html sections, Html data) {
    return new Document(
            "a <title>", "an eyebrow", "a headline", ".own { top: 0 }\n", sections, data)
        .html();
  }
}
