package io.github.edgewatt.profiler.measure.prometheus.energy;

import io.github.edgewatt.profiler.energy.EnergyChecks;
import io.github.edgewatt.profiler.energy.EnergyCounter;
import io.github.edgewatt.profiler.energy.ExporterMeter;
import io.github.edgewatt.profiler.energy.ExporterMeter.Form;
import io.github.edgewatt.profiler.measure.CounterSeries;
import io.github.edgewatt.profiler.measure.GaugeSeries;
import io.github.edgewatt.profiler.measure.WindowFigure;
import io.github.edgewatt.profiler.measure.prometheus.SampleSeries;
import io.github.edgewatt.profiler.measure.prometheus.energy.FoundMeter.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The node's energy over a window, from its parts' samples.
 *
 * @param joules NaN where there is a problem
 * @param notes what does not spoil it
 * @param problem why there is none, or empty
 * @param mayCome whether samples still to be scraped may solve the problem
 */
record NodeWindow(double joules, List<String> notes, String problem, boolean mayCome) {

  /** The slowest known exporter (Kepler) reads its sensor every 5 s. */
  static final Duration REFRESH = Duration.ofSeconds(6);

  private static final long REFRESH_NANOS = REFRESH.toNanos();

  private static final double NANOS = 1e9;

  NodeWindow {
    notes = List.copyOf(notes);
  }

  private static NodeWindow problem(String problem, boolean mayCome) {
    return new NodeWindow(Double.NaN, List.of(), problem, mayCome);
  }

  static NodeWindow of(FoundMeter found, Map<Part, SampleSeries> series, long from, long to) {
    double joules = 0;
    List<EnergyCounter> counters = new ArrayList<>();
    for (Map.Entry<Part, Boolean> part : found.parts().entrySet()) {
      SampleSeries samples = series.get(part.getKey());
      if (samples == null) {
        if (part.getValue()) {
          return problem("its series are gone: " + name(part.getKey()), true);
        }
        continue;
      }
      Figure figure = figure(found.meter(), samples, from, to, counters);
      if (!figure.problem().isEmpty() && part.getValue()) {
        long newest = samples.nanos()[samples.nanos().length - 1];
        return problem(figure.problem(), newest - to < REFRESH_NANOS);
      }
      joules += figure.problem().isEmpty() ? figure.joules() : 0;
    }
    Optional<String> unknown = EnergyChecks.tooMuchFilled(counters);
    if (unknown.isPresent()) {
      return problem(unknown.get(), false);
    }
    return new NodeWindow(
        joules, EnergyChecks.filled(counters).map(List::of).orElse(List.of()), "", false);
  }

  private record Figure(double joules, String problem) {}

  private static Figure figure(
      ExporterMeter meter, SampleSeries samples, long from, long to, List<EnergyCounter> counters) {
    EnergyCounter counter =
        EnergyCounter.of(samples.nanos(), samples.values(), meter.joulesPerUnit(), from, to);
    Optional<String> wrong =
        meter.form() == Form.GAUGE
            ? EnergyChecks.noPower(samples.values())
            : EnergyChecks.stuck(counter, meter.stillHint());
    if (wrong.isPresent()) {
      return new Figure(Double.NaN, wrong.get());
    }
    if (meter.form() == Form.GAUGE) {
      return gauge(samples, meter.joulesPerUnit(), from, to);
    }
    CounterSeries series = new CounterSeries(Math.max(2, counter.nanos().length));
    for (int i = 0; i < counter.nanos().length; i++) {
      series.append(counter.nanos()[i], counter.joules()[i]);
    }
    WindowFigure delta = series.delta(from, to);
    if (!delta.problem().isEmpty()) {
      return new Figure(Double.NaN, silence(delta.problem(), counter, samples, meter, to));
    }
    counters.add(counter);
    return new Figure(delta.value(), gap(delta, from, to));
  }

  private static Figure gauge(SampleSeries samples, double unit, long from, long to) {
    GaugeSeries series = new GaugeSeries(Math.max(2, samples.nanos().length));
    for (int i = 0; i < samples.nanos().length; i++) {
      // No power yet, or no sensor: nothing to take a mean of.
      if (samples.values()[i] > 0) {
        series.append(samples.nanos()[i], samples.values()[i]);
      }
    }
    WindowFigure mean = series.mean(from, to);
    return mean.problem().isEmpty()
        ? new Figure(mean.value() * unit * (to - from) / NANOS, gap(mean, from, to))
        : new Figure(Double.NaN, mean.problem());
  }

  /** Scraped, but always the same value: the exporter lives and its sensor does not. */
  private static String silence(
      String problem, EnergyCounter counter, SampleSeries samples, ExporterMeter meter, long to) {
    long newest = samples.nanos()[samples.nanos().length - 1];
    long moved = counter.nanos()[counter.nanos().length - 1];
    if (newest - to < REFRESH_NANOS || moved - to >= 0) {
      return problem;
    }
    return "the meter stands still since %.1f s before the window's end%s"
        .formatted((to - moved) / NANOS, hint(meter));
  }

  private static String hint(ExporterMeter meter) {
    return meter.stillHint().isEmpty() ? "" : ": " + meter.stillHint();
  }

  /** Energy between two samples is known, when it was taken is not. */
  private static String gap(WindowFigure figure, long from, long to) {
    return figure.largestGapNanos() > (to - from) / 2
        ? "%.1f s without a sample of the meter".formatted(figure.largestGapNanos() / NANOS)
        : "";
  }

  private static String name(Part part) {
    return part.query() + (part.labels().isEmpty() ? "" : " " + part.labels());
  }
}
