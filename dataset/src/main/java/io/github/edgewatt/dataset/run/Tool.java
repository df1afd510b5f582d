package io.github.edgewatt.dataset.run;

import java.util.Objects;

/**
 * The program that made the run.
 *
 * @param version its version
 * @param commit the commit it was built from, or {@code unknown}
 */
public record Tool(String version, String commit) {
  public Tool {
    Objects.requireNonNull(version, "version is null");
    Objects.requireNonNull(commit, "commit is null");
  }
}
