package io.github.edgewatt.nodeforecast.protocol;

/** A request that is not answered; the message is one line for the caller. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 500;

  /** The HTTP status. */
  private final int status;

  /**
   * @param status an HTTP status, 400 or more
   * @param message one line; what is longer than {@value #LONGEST} characters is cut
   */
  public Refused(int status, String message) {
    // Without a stack: callers' mistakes are no news, and must not be dear.
    super(cut(message), null, false, false);
    this.status = status;
  }

  /** The caller's mistake: 400. */
  public static Refused bad(String message) {
    return new Refused(400, message);
  }

  public int status() {
    return status;
  }

  private static String cut(String message) {
    String line = String.valueOf(message).lines().findFirst().orElse("refused");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
