package io.github.edgewatt.profiler.platform.local;

import java.util.regex.Pattern;

/** Run ids stand in environments and line-based files, so their alphabet is small. */
final class RunIds {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:+-]{0,99}");

  private RunIds() {}

  static String check(String runId) {
    if (!FORM.matcher(runId).matches()) {
      throw new IllegalArgumentException("not a run id: '" + runId + "'");
    }
    return runId;
  }
}
