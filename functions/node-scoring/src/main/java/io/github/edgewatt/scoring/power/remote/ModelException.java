package io.github.edgewatt.scoring.power.remote;

/** A model that gave no usable answer; the message is one line for the user. */
public final class ModelException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 160;

  public ModelException(String message) {
    super(line(message));
  }

  ModelException(String message, Throwable cause) {
    super(line(message), cause);
  }

  /** What a server sent, as it may stand in one line for the user. */
  private static String line(String message) {
    String clean = String.valueOf(message).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return clean.length() > MOST_SHOWN ? clean.substring(0, MOST_SHOWN) + "…" : clean;
  }
}
