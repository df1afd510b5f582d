package io.github.edgewatt.dataset.run;

import java.util.Objects;

/**
 * One thing the doctor looked at before the run.
 *
 * @param name what was looked at
 * @param status whether it is fit to measure with
 * @param message what was found
 * @param advice what to do about it, empty for nothing
 */
public record Finding(String name, Status status, String message, String advice) {
  public Finding {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(status, "status is null");
    Objects.requireNonNull(message, "message is null");
    Objects.requireNonNull(advice, "advice is null");
  }

  /** How well a finding serves measuring. */
  public enum Status {
    OK,
    WARN,
    FAIL
  }
}
