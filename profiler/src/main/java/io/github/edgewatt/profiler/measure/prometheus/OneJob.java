package io.github.edgewatt.profiler.measure.prometheus;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Leaves out what is scraped a second time by another job: added up, it would count twice. */
final class OneJob {
  private OneJob() {}

  static List<SampleSeries> of(List<SampleSeries> all, String what, Consumer<String> notes) {
    SortedSet<String> jobs = values(all, "job");
    if (jobs.size() < 2) {
      return all;
    }
    String kept = jobs.first();
    notes.accept(
        "%s is scraped by %d jobs (%s): %s is used"
            .formatted(what, jobs.size(), String.join(", ", jobs), kept));
    return all.stream().filter(one -> kept.equals(one.labels().get("job"))).toList();
  }

  /** The different values of a label. */
  static SortedSet<String> values(List<SampleSeries> all, String label) {
    TreeSet<String> values = new TreeSet<>();
    all.forEach(series -> values.add(series.labels().getOrDefault(label, "")));
    return values;
  }
}
