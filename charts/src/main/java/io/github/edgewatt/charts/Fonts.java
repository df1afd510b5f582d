package io.github.edgewatt.charts;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Optional;

/** Whether this Java can measure text, which charts need; slim containers come without fonts. */
public final class Fonts {
  private Fonts() {}

  /** What is wrong and what to do, or empty where charts can be drawn. */
  public static Optional<String> problem() {
    return problem(
        () ->
            new Font(Font.SANS_SERIF, Font.PLAIN, 10)
                .getStringBounds("0", new FontRenderContext(null, true, true)));
  }

  static Optional<String> problem(Runnable measureText) {
    try {
      measureText.run();
      return Optional.empty();
    } catch (RuntimeException | LinkageError | InternalError e) {
      return Optional.of(
          "Charts are left out: this Java finds no font. Install fontconfig and any font, then"
              + " write the report again.");
    }
  }
}
