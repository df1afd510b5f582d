package io.github.edgewatt.profiler.agreement;

import io.github.edgewatt.profiler.load.Arrivals;
import io.github.edgewatt.profiler.load.LoadPlan;
import io.github.edgewatt.profiler.load.LoadTarget;
import io.github.edgewatt.profiler.platform.FunctionInstance;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same windows of the same function, watched by the machine's own counters and through a real
 * Prometheus at the same time. {@code benchmarks/agreement/run.sh} runs it with other rates,
 * windows and scrape intervals, by the variables read here.
 */
class NodeAgreementIT {
  private static final String FUNCTION = setting("FUNCTION", "gzip");
  private static final int[] RATES =
      Arrays.stream(setting("RATES", "20,50,50").split(",", -1))
          .mapToInt(Integer::parseInt)
          .toArray();
  private static final Duration WINDOW =
      Duration.ofSeconds(Integer.parseInt(setting("WINDOW_SECONDS", "6")));
  private static final String INTERVAL = setting("INTERVAL", "1s");

  @TempDir Path state;

  private static String setting(String name, String otherwise) {
    return Optional.ofNullable(System.getenv("EDGEWATT_AGREEMENT_" + name)).orElse(otherwise);
  }

  private static LoadPlan load(
      FunctionInstance instance, int rate, Duration settle, Duration window) {
    FunctionSpec spec = instance.spec();
    LoadTarget target =
        new LoadTarget(
            spec.name(),
            instance.address().resolve(spec.path()),
            spec.method(),
            spec.contentType(),
            spec.body(),
            Arrivals.constant(rate));
    Duration longest = Duration.ofSeconds(10);
    return new LoadPlan(List.of(target), settle, window, longest, longest, 512);
  }

  /** The middle one: a neighbour's burst at a window's edge is seen by one meter alone. */
  private static double median(List<Agreement> all, ToDoubleFunction<Agreement> figure) {
    return all.stream()
        .map(agreement -> figure.applyAsDouble(agreement))
        .sorted(Comparator.comparingDouble(Math::abs))
        .toList()
        .get(all.size() / 2);
  }
}
