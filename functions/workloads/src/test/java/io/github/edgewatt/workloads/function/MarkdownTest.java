package io.github.edgewatt.workloads.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
  @Test
  void rendersATextOnceAsItStands() {
    assertThat(Markdown.run(Markdown.Input.ofText("# Title\n\n**bold**")).html())
        .isEqualTo("<h1>Title</h1>\n<p><strong>bold</strong></p>\n");
  }

  @Test
  void escapesHtmlAndScriptAddresses() {
    String html =
        Markdown.run(Markdown.Input.ofText("<script>x</script>\n\n[a](javascript:x)")).html();

    assertThat(html).doesNotContain("<script>").doesNotContain("javascript:");
  }

  @Test
  void costGrowsWithRepeat() {
    int once = Markdown.run(new Markdown.Input(null, 1)).bytes();
    Markdown.Output output = Markdown.run(new Markdown.Input(null, null));

    assertThat(output.bytes()).isGreaterThan(9 * once);
    assertThat(output.html()).hasSize(1_000);
    assertThat(output).isEqualTo(Markdown.run(new Markdown.Input(null, 10)));
  }

  @Test
  void boundsTextAndProduct() {
    Refused.because("repeat must be from 1 to 50", () -> new Markdown.Input(null, 51));
    Refused.because("text must have at most", () -> Markdown.Input.ofText("a".repeat(65_537)));
    Refused.because("times repeat", () -> new Markdown.Input("a".repeat(65_536), 5));
  }
}
