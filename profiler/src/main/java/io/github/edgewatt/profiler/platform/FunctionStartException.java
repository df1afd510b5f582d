package io.github.edgewatt.profiler.platform;

/**
 * One function cannot be started or does not become ready. A campaign goes on without it; any other
 * {@link PlatformException} ends the campaign.
 */
public final class FunctionStartException extends PlatformException {
  private static final long serialVersionUID = 1L;

  private final String function;

  /**
   * @param function whose fault it is
   * @param message one line for the user, without the function's name
   */
  public FunctionStartException(String function, String message) {
    super(function + " " + message);
    this.function = function;
  }

  public String function() {
    return function;
  }
}
