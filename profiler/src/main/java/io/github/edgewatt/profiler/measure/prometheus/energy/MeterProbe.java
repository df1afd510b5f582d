package io.github.edgewatt.profiler.measure.prometheus.energy;

import io.github.edgewatt.profiler.energy.EnergyChecks;
import io.github.edgewatt.profiler.energy.EnergyCounter;
import io.github.edgewatt.profiler.energy.ExporterMeter;
import io.github.edgewatt.profiler.energy.ExporterMeter.Form;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException;
import io.github.edgewatt.profiler.measure.prometheus.SampleSeries;
import io.github.edgewatt.profiler.measure.prometheus.energy.FoundMeter.Part;
import io.github.edgewatt.profiler.measure.prometheus.energy.FoundMeter.Target;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Whether a meter is there and ticks: its series of the last minute, not its name alone. */
final class MeterProbe {
  private static final long BACK_NANOS = Duration.ofSeconds(60).toNanos();

  /** A series that ended is not gone from Prometheus at once. */
  private static final long STALE_NANOS = Duration.ofSeconds(35).toNanos();

  private final EnergySetup setup;

  MeterProbe(EnergySetup setup) {
    this.setup = setup;
  }

  /** What there is of a meter. */
  sealed interface Finding permits There, NotYet, Absent {}

  /** It ticks. */
  record There(FoundMeter found) implements Finding {}

  /** It may tick in a moment. */
  record NotYet(String reason) implements Finding {}

  /** It is not there, or not of use. */
  record Absent(String reason) implements Finding {}

  Finding probe(ExporterMeter meter, long now) throws PrometheusException, InterruptedException {
    Map<Part, SampleSeries> parts = new LinkedHashMap<>();
    for (String query : meter.queries()) {
      List<SampleSeries> read =
          setup.source().read(setup.queries().selector(query), now - BACK_NANOS, now);
      Map<Part, List<SampleSeries>> byPart =
          FoundMeter.byPart(meter, query, setup.node().choose(read));
      if (byPart.isEmpty() && query.equals(meter.queries().get(0))) {
        return new Absent(read.isEmpty() ? "no such series" : "on other nodes only");
      }
      keepOneAlternative(meter, byPart);
      for (Map.Entry<Part, List<SampleSeries>> part : byPart.entrySet()) {
        Optional<SampleSeries> joined = FoundMeter.join(part.getValue());
        if (joined.isEmpty()) {
          return new Absent(several(part.getValue()));
        }
        parts.put(part.getKey(), joined.get());
      }
    }
    return judge(meter, parts, now);
  }

  private static String several(List<SampleSeries> series) {
    TreeSet<String> instances = new TreeSet<>();
    series.forEach(one -> instances.add(Target.of(one).toString()));
    return "%d exporters have it (%s): name the node"
        .formatted(series.size(), String.join(", ", instances).replace("Target", ""));
  }

  /** Measured by RAPL where that is one of them, else the first by name. */
  private static void keepOneAlternative(
      ExporterMeter meter, Map<Part, List<SampleSeries>> byPart) {
    String label = meter.alternatives();
    Optional<String> best =
        byPart.keySet().stream()
            .map(part -> part.labels().getOrDefault(label, ""))
            .min((a, b) -> rank(a).compareTo(rank(b)));
    byPart
        .keySet()
        .removeIf(part -> !part.labels().getOrDefault(label, "").equals(best.orElse("")));
  }

  static String rank(String source) {
    return (source.contains("rapl") ? "0" : "1") + source;
  }

  private static Finding judge(ExporterMeter meter, Map<Part, SampleSeries> parts, long now) {
    Map<Part, Boolean> moves = new LinkedHashMap<>();
    String problem = "";
    boolean hopeless = false;
    for (Map.Entry<Part, SampleSeries> part : parts.entrySet()) {
      SampleSeries series = part.getValue();
      long age = now - series.nanos()[series.nanos().length - 1];
      if (age > STALE_NANOS) {
        return new Absent("last seen %d s ago".formatted(Duration.ofNanos(age).toSeconds()));
      }
      Optional<String> still = still(meter, series, now);
      moves.put(part.getKey(), still.isEmpty());
      if (still.isPresent() && problem.isEmpty()) {
        problem = still.get();
        hopeless = standsAtZero(series);
      }
    }
    boolean ticks =
        moves.entrySet().stream()
            .anyMatch(e -> e.getValue() && e.getKey().query().equals(meter.queries().get(0)));
    if (ticks) {
      return new There(new FoundMeter(meter, moves));
    }
    return hopeless ? new Absent(problem) : new NotYet(problem);
  }

  private static boolean standsAtZero(SampleSeries series) {
    for (double value : series.values()) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /** Why the series does not tick. */
  private static Optional<String> still(ExporterMeter meter, SampleSeries series, long now) {
    if (meter.form() == Form.GAUGE) {
      Optional<String> none = EnergyChecks.noPower(series.values());
      if (none.isPresent()) {
        return none;
      }
    }
    EnergyCounter counter =
        EnergyCounter.of(
            series.nanos(), series.values(), meter.joulesPerUnit(), now - BACK_NANOS, now);
    Optional<String> stuck = EnergyChecks.stuck(counter, meter.stillHint());
    if (stuck.isPresent()) {
      return stuck;
    }
    int size = counter.nanos().length;
    if (size < 2) {
      return Optional.of("one sample so far");
    }
    long standing = now - counter.nanos()[size - 1];
    return standing > STALE_NANOS
        ? Optional.of(
            "the meter stands still since %d s%s"
                .formatted(
                    Duration.ofNanos(standing).toSeconds(),
                    meter.stillHint().isEmpty() ? "" : ": " + meter.stillHint()))
        : Optional.empty();
  }
}
