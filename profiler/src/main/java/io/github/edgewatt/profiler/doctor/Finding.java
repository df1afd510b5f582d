package io.github.edgewatt.profiler.doctor;

import java.util.Objects;

/**
 * What one check found.
 *
 * @param check the check's name, one or two words
 * @param status how bad it is
 * @param message what is so; up to its first colon it reads as a headline behind the name: {@code
 *     on: the clock follows the load}
 * @param advice what to do about it, empty where nothing is to be done
 */
public record Finding(String check, Status status, String message, String advice) {

  /** How bad it is. */
  public enum Status {
    /** Nothing to say against it. */
    OK("ok"),
    /** Figures may be off; they are measured all the same. */
    WARN("warn"),
    /** Figures will be wrong, or the run will break off. */
    FAIL("fail");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    /** The word on the screen and in files. */
    public String text() {
      return text;
    }
  }

  public Finding {
    Objects.requireNonNull(check, "check is null");
    Objects.requireNonNull(status, "status is null");
    Objects.requireNonNull(message, "message is null");
    Objects.requireNonNull(advice, "advice is null");
  }

  /** Nothing to say against it. */
  public static Finding ok(String check, String message) {
    return new Finding(check, Status.OK, message, "");
  }

  /** Figures may be off. */
  public static Finding warn(String check, String message, String advice) {
    return new Finding(check, Status.WARN, message, advice);
  }

  static Finding fail(String check, String message, String advice) {
    return new Finding(check, Status.FAIL, message, advice);
  }

  /** Name and message up to its first colon: {@code "turbo on"}. */
  public String headline() {
    int colon = message.indexOf(':');
    return check + " " + (colon < 0 ? message : message.substring(0, colon));
  }
}
