package io.github.edgewatt.workloads.function;

import java.nio.charset.StandardCharsets;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders CommonMark as HTML. Cost grows with the text's length. */
public final class Markdown {
  private static final Parser PARSER = Parser.builder().build();
  // Escaped, since the page would otherwise hand a caller's script to whoever looks at it.
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
  private static final String SECTION =
      """
      ## Section

      A paragraph with *emphasis*, **strength**, `code` and a [link](https://example.org/a "title").

      1. first
      2. second
         - nested
         - again

      > A quotation
      > over two lines.

      ```
      int answer = 42;
      ```

      """;

  private Markdown() {}

  /**
   * What a call asks for; absent fields take their defaults.
   *
   * @param text CommonMark, at most 65,536 characters; default: a document of the library's usual
   *     elements
   * @param repeat how often the text is rendered in one document, 1 to 50; default 10
   */
  public record Input(String text, Integer repeat) {
    public Input {
      text = Bounds.text("text", text, SECTION, 1 << 16);
      repeat = Bounds.number("repeat", repeat, 10, 1, 50);
      if ((long) text.length() * repeat > 1 << 18) {
        throw new BadInputException("text times repeat must have at most 262144 characters");
      }
    }

    /** A text is rendered once, as it stands. */
    public static Input ofText(String text) {
      return new Input(text, 1);
    }
  }

  /**
   * What a call has done.
   *
   * @param bytes length of the HTML in UTF-8
   * @param crc32 CRC-32 of the HTML
   * @param html the first 1,000 characters
   */
  public record Output(int bytes, String crc32, String html) {}

  public static Output run(Input input) {
    String html = RENDERER.render(PARSER.parse(input.text().repeat(input.repeat())));
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    return new Output(
        bytes.length, Checksum.crc32(bytes), html.substring(0, Math.min(1_000, html.length())));
  }
}
