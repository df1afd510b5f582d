package io.github.edgewatt.dataset.run;

import java.util.Objects;

/**
 * The power meter.
 *
 * @param name {@code rapl}, {@code none}, …
 * @param description what it reads, or why it reads nothing
 */
public record Meter(String name, String description) {
  public Meter {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(description, "description is null");
  }
}
