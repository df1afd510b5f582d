package io.github.edgewatt.profiler.experiment;

import io.github.edgewatt.dataset.Durations;
import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.profiler.experiment.journal.ExperimentHead;
import io.github.edgewatt.profiler.experiment.spec.Experiment;
import io.github.edgewatt.profiler.experiment.spec.Feed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an experiment is about to do, in three lines. */
final class HeadLines {
  private HeadLines() {}

  static Map<String, String> of(Experiment experiment, ExperimentHead head) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("experiment", head.id());
    lines.put("machine", head.machine() + "   meter " + head.meter());
    lines.put("plan", plan(experiment));
    return lines;
  }

  private static String plan(Experiment experiment) {
    List<PlannedMeasurement> planned = PlannedMeasurement.of(experiment);
    String who =
        planned.size() == 1
            ? planned.get(0).label()
            : Numbers.count(planned.size(), "combination") + " of models, resolutions and counts";
    return who + "; " + load(experiment.feed());
  }

  /** What flows in, in words. */
  static String load(Feed feed) {
    if (feed.count().isPresent()) {
      return feed.count().get() + " images of " + feed.images() + " as fast as they go";
    }
    return "%s up to %s MB/s of %s for %s"
        .formatted(
            feed.shape(),
            Numbers.significant(feed.maxMbps(), 3),
            feed.images(),
            Durations.format(feed.duration()));
  }
}
