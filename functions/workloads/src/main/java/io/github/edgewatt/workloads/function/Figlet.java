package io.github.edgewatt.workloads.function;

import com.github.lalyos.jfiglet.FigletFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Draws a line of text in large letters. Cost grows with the text's length. */
public final class Figlet {
  // Parsing the font costs a hundred times one banner; a font is not changed by use.
  private static final FigletFont FONT = standardFont();

  private Figlet() {}

  /**
   * What a call asks for; absent fields take their defaults.
   *
   * @param text printable ASCII, at most 200 characters; default {@code Hello DFaas!}
   */
  public record Input(String text) {
    public Input {
      text = Bounds.text("text", text, "Hello DFaas!", 200).stripTrailing();
      if (!text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
        throw new BadInputException("text must be printable ASCII on one line");
      }
    }

    public static Input ofText(String text) {
      return new Input(text);
    }
  }

  /**
   * What a call has done.
   *
   * @param banner the drawing, lines ended by {@code \n}
   * @param lines lines in it
   * @param crc32 CRC-32 of the banner
   */
  public record Output(String banner, int lines, String crc32) {}

  public static Output run(Input input) {
    String banner = FONT.convert(input.text());
    return new Output(banner, (int) banner.lines().count(), Checksum.crc32(banner));
  }

  private static FigletFont standardFont() {
    try (InputStream font = FigletFont.class.getResourceAsStream("/standard.flf")) {
      return new FigletFont(font);
    } catch (IOException e) {
      throw new UncheckedIOException("the font inside jfiglet cannot be read", e);
    }
  }
}
