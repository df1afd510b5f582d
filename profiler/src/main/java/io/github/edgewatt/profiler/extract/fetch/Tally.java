package io.github.edgewatt.profiler.extract.fetch;

import io.github.edgewatt.profiler.extract.Outcome;
import io.github.edgewatt.profiler.extract.Outcome.Failure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What came so far; bounded, whatever goes wrong. */
final class Tally {
  private static final int MOST_FAILURES = 1000;
  private static final int MOST_WARNINGS = 100;

  private final Listener listener;
  private final List<Failure> failures = new ArrayList<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private long answers;
  private long bytes;
  private boolean anyFailure;

  Tally(Listener listener) {
    this.listener = listener;
  }

  synchronized void saved(long size, List<String> said) {
    answers++;
    bytes += size;
    for (String warning : said) {
      if (warnings.size() < MOST_WARNINGS && warnings.add(warning)) {
        listener.warned(warning);
      }
    }
  }

  synchronized void failed(Failure failure) {
    anyFailure = true;
    if (failures.size() < MOST_FAILURES) {
      failures.add(failure);
    }
    listener.failed(failure);
  }

  synchronized Outcome outcome(int metrics, boolean stopped) {
    return new Outcome(
        !stopped && !anyFailure, metrics, answers, bytes, failures, List.copyOf(warnings));
  }
}
