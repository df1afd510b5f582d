package io.github.edgewatt.profiler.experiment.stage;

import java.io.PrintWriter;
import java.util.Locale;

/** An experiment on the screen: a line a step, and on a terminal one below that moves. */
public final class StageScreen {
  private static final int WIDTH = 100;
  private final PrintWriter out;
  private final boolean terminal;

  public StageScreen(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** A line that stays, its name in a column of its own. */
  public synchronized void line(String name, String text) {
    clear();
    out.println(String.format(Locale.ROOT, "%-10s %s", name, text));
    out.flush();
  }

  /** The end of a step. */
  public void done(Stage stage, double seconds, String note) {
    line(stage.text(), String.format(Locale.ROOT, "%6.1f s  %s", seconds, note).stripTrailing());
  }

  /** What goes on now; on terminals only. */
  public synchronized void status(String text) {
    if (terminal) {
      clear();
      out.print(text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text);
      out.flush();
    }
  }

  /** Removes the line that moves. */
  public synchronized void clear() {
    if (terminal) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }
}
