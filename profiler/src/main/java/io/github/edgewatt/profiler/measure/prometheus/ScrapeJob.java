package io.github.edgewatt.profiler.measure.prometheus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run needs, and where it is scraped.
 *
 * @param what its name for people
 * @param interval the longest at which one of its targets is scraped; zero where nothing is found
 * @param targets the targets whose series are used
 * @param guessed whether the interval was taken from samples, because no target says it
 */
public record ScrapeJob(
    String what, Duration interval, List<ScrapeTarget> targets, boolean guessed) {
  public ScrapeJob {
    targets = List.copyOf(targets);
  }

  /** What is wrong with it, a line each. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (interval.isZero()) {
      problems.add("Prometheus has no samples of " + what + ": its figures will be missing");
    } else if (guessed) {
      problems.add(
          "Prometheus does not tell how often it scrapes "
              + what
              + "; its samples lie as far"
              + " apart as said above");
    }
    for (ScrapeTarget target : targets) {
      if (target.health().equals("down")) {
        problems.add(
            "%s at %s is down: %s"
                .formatted(
                    what,
                    target.instance(),
                    target.lastError().isEmpty() ? "no reason given" : target.lastError()));
      }
    }
    return problems;
  }
}
