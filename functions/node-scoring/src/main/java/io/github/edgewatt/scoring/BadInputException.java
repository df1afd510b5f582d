package io.github.edgewatt.scoring;

/** What a caller sent cannot be understood; the message is one line for them. */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int MOST_CHARACTERS = 300;

  /** With what is wrong; only its first line is kept, cut where it is long. */
  public BadInputException(String message) {
    super(shortened(message), null, false, false);
  }

  private static String shortened(String message) {
    String line = message.lines().findFirst().orElse("malformed");
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
  }
}
