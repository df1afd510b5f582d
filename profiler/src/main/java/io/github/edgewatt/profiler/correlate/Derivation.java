package io.github.edgewatt.profiler.correlate;

import io.github.edgewatt.profiler.correlate.read.Database;
import io.github.edgewatt.profiler.correlate.read.FeedLoad;
import io.github.edgewatt.profiler.correlate.read.Inputs;
import io.github.edgewatt.profiler.correlate.read.Samples;
import io.github.edgewatt.profiler.correlate.read.SeriesName;
import io.github.edgewatt.profiler.correlate.read.TrackedLoad;
import io.github.edgewatt.profiler.correlate.rule.Counters;
import io.github.edgewatt.profiler.correlate.rule.Grid;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Load, throughput, latency, queue, CPU and watts of an experiment on one grid. */
final class Derivation {
  static final String LOAD = "load_images_per_s";
  static final String LATENCY = "latency_ms";
  static final String CPU = "cpu_cores";
  static final String WATTS = "watts";

  private static final long STEP_MILLIS = 5_000;

  private final Map<String, double[]> series = new LinkedHashMap<>();
  private final List<String> notes;
  private final Grid grid;

  /**
   * @param names the extract's series, none without one
   * @param notes gets a sentence for all that could not be derived
   */
  Derivation(
      Database database,
      Inputs inputs,
      Optional<Samples> samples,
      List<SeriesName> names,
      List<String> notes)
      throws IOException, SQLException, CorrelationException {
    this.notes = notes;
    TrackedLoad tracked = new TrackedLoad(database, inputs.tables());
    TrackedLoad.Span span =
        tracked
            .span()
            .orElseThrow(() -> new CorrelationException("the tracker's tables hold no times"));
    Optional<Grid> sampled = samples.isPresent() ? samples.get().grid() : Optional.empty();
    grid = sampled.isPresent() ? sampled.get() : ofResults(span);
    if (span.lastMillis() < grid.firstMillis()
        || span.firstMillis() > grid.millis(grid.points() - 1)) {
      throw new CorrelationException(
          "the tracker's results and the extracted metrics do not overlap in time: extract the"
              + " time of the experiment (--utc or local time?)");
    }
    load(inputs, tracked, span);
    series.putAll(tracked.done(grid, span));
    if (samples.isPresent()) {
      sum(CPU, Meter.CPU, samples.get(), names);
      sum(WATTS, Meter.WATTS, samples.get(), names);
    } else {
      notes.add("There is no extract below the folder: metrics, CPU and watts are unknown.");
    }
  }

  private static Grid ofResults(TrackedLoad.Span span) throws CorrelationException {
    long points = (span.lastMillis() - span.firstMillis()) / STEP_MILLIS + 2;
    if (points > Grid.MOST_POINTS) {
      throw new CorrelationException("the tracker's results span more than a month");
    }
    return new Grid(span.firstMillis(), STEP_MILLIS, (int) points);
  }

  private void load(Inputs inputs, TrackedLoad tracked, TrackedLoad.Span span)
      throws IOException, SQLException, CorrelationException {
    if (inputs.feed().isPresent()) {
      try {
        FeedLoad feed = new FeedLoad(inputs.feed().get());
        if (!feed.isEmpty()) {
          series.put(LOAD, feed.imagesPerSecond(grid));
          series.put("load_mb_per_s", feed.megabytesPerSecond(grid));
          return;
        }
      } catch (IllegalArgumentException e) {
        throw new CorrelationException(e.getMessage(), e);
      }
    }
    series.put(LOAD, tracked.sentPerSecond(grid, span));
    notes.add("There is no feed.csv: load is counted by the results that came back.");
  }

  private void sum(String name, List<Meter> meters, Samples samples, List<SeriesName> names)
      throws SQLException {
    var chosen = Meter.choose(meters, names);
    if (chosen.isEmpty()) {
      notes.add(name + " is unknown: the extract has none of " + metrics(meters) + ".");
      return;
    }
    Meter meter = chosen.get().getKey();
    double[] sum = new double[grid.points()];
    samples.each(
        grid,
        chosen.get().getValue(),
        (number, values) ->
            meter.addTo(
                sum, meter.counter() ? Counters.rates(values, grid.stepSeconds()) : values));
    series.put(name, sum);
    notes.add(
        "%s: the sum over %d series of %s."
            .formatted(name, chosen.get().getValue().size(), meter.metric()));
  }

  private static String metrics(List<Meter> meters) {
    return String.join(", ", meters.stream().map(Meter::metric).distinct().toList());
  }

  Grid grid() {
    return grid;
  }

  Map<String, double[]> series() {
    return series;
  }
}
