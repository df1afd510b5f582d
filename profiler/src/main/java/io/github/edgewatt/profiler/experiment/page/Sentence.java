package io.github.edgewatt.profiler.experiment.page;

import io.github.edgewatt.dataset.Numbers;
import io.github.edgewatt.profiler.experiment.figures.MeasurementFigures;
import io.github.edgewatt.profiler.experiment.spec.Experiment;
import io.github.edgewatt.profiler.experiment.spec.Feed;
import java.util.List;
import java.util.Locale;

/** What was measured and how much of it is valid, in one sentence. */
final class Sentence {
  private Sentence() {}

  static String of(Experiment experiment, MeasurementFigures figures) {
    double kilobytes = figures.feed().bytes() / figures.feed().sent() / 1_000;
    String first =
        String.format(
            Locale.ROOT,
            "%,d images of %s KB went to %s of %s on %s: %s answered",
            figures.feed().sent(),
            Numbers.significant(kilobytes, 3),
            Numbers.count(figures.facts().consumers(), "consumer"),
            model(figures),
            load(experiment.feed()),
            figures.valid() == figures.feed().sent()
                ? "all"
                : String.format(Locale.ROOT, "%,d", figures.valid()));
    List<String> faults = figures.faults();
    return first
        + twice(figures.track().duplicates())
        + figures.otherResolution().map(text -> "; " + text).orElse("")
        + (faults.isEmpty() ? "; all of it is valid." : "; " + String.join("; ", faults) + ".");
  }

  static String model(MeasurementFigures figures) {
    String model = figures.facts().model();
    String name = model.startsWith("/") ? model.substring(model.lastIndexOf('/') + 1) : model;
    return name + at(figures);
  }

  /** The side of the model's input, in words; empty where nobody knows it. */
  static String at(MeasurementFigures figures) {
    return figures.resolution().isEmpty() ? "" : " at " + figures.resolution();
  }

  private static String load(Feed feed) {
    if (feed.shape().equals(Feed.BURST)) {
      return "a burst";
    }
    return "a " + feed.shape() + " curve up to " + Numbers.significant(feed.maxMbps(), 3) + " MB/s";
  }

  private static String twice(long duplicates) {
    return duplicates == 0 ? ", none twice" : ", " + duplicates + " more than once";
  }
}
