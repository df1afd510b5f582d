package io.github.edgewatt.profiler.measure.gateway;

import io.github.edgewatt.profiler.measure.GaugeSeries;
import io.github.edgewatt.profiler.measure.ReplicaSource;
import io.github.edgewatt.profiler.measure.WindowFigure;
import io.github.edgewatt.profiler.platform.openfaas.StatusWatch;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Available replicas of functions, from the looks the platform takes at them anyway. */
public final class ReplicaSampler implements ReplicaSource {

  /** Half an hour at a look each two seconds. */
  private static final int CAPACITY = 1024;

  /** Looks that may be missing in a row before nothing is known of the time between. */
  private static final int MOST_MISSING = 5;

  private final StatusWatch watch;
  private final Map<String, GaugeSeries> series = new ConcurrentHashMap<>();

  /** Listens to the watch from now on. */
  public ReplicaSampler(StatusWatch watch) {
    this.watch = watch;
    watch.listen(
        (function, nanos, available) ->
            series
                .computeIfAbsent(function, name -> new GaugeSeries(CAPACITY))
                .append(nanos, available));
  }

  @Override
  public Replicas over(String function, long fromNanos, long toNanos) {
    GaugeSeries samples = series.get(function);
    if (samples == null) {
      return Replicas.unknown();
    }
    WindowFigure mean = samples.mean(fromNanos, toNanos);
    if (Double.isNaN(mean.value())) {
      // Most often the window ended after the last look.
      look(function);
      mean = samples.mean(fromNanos, toNanos);
    }
    long longestGap = MOST_MISSING * watch.interval().toNanos();
    if (Double.isNaN(mean.value()) || mean.largestGapNanos() > longestGap) {
      return Replicas.unknown();
    }
    return new Replicas(
        samples.last(toNanos), mean.value(), samples.max(fromNanos, toNanos).value());
  }

  private void look(String function) {
    try {
      watch.lookNow(function);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
