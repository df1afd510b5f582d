package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.profiler.measure.prometheus.PrometheusException.Kind;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Where Prometheus' clock stands on {@link System#nanoTime}'s scale: asks {@code time()} a few
 * times and takes the middle of the shortest round trip, as NTP does, so the error is at most half
 * of that trip. Not thread-safe.
 */
final class PrometheusClock {
  private static final int TRIES = 5;
  private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** More than two clocks that run freely drift apart. */
  private static final double DRIFT = 200e-6;

  private final PrometheusClient client;
  private final LongSupplier nanos;
  private final LongSupplier wallMillis;
  private Reading reading;
  private String note = "";

  /** Prometheus' clock showed {@code epochMillis} at {@code atNanos}. */
  private record Reading(
      long atNanos, double epochMillis, double uncertaintyMillis, double offsetMillis) {

    double epochMillisAt(long instant) {
      return epochMillis + (instant - atNanos) / 1e6;
    }
  }

  PrometheusClock(PrometheusClient client, LongSupplier nanos, LongSupplier wallMillis) {
    this.client = client;
    this.nanos = nanos;
    this.wallMillis = wallMillis;
  }

  /** Measures unless that was done in the last minute. */
  void refresh() throws PrometheusException, InterruptedException {
    if (reading != null && nanos.getAsLong() - reading.atNanos() < KEPT_NANOS) {
      return;
    }
    Reading best = null;
    for (int i = 0; i < TRIES; i++) {
      Reading one = measure();
      if (best == null || one.uncertaintyMillis() < best.uncertaintyMillis()) {
        best = one;
      }
    }
    reading = reading == null ? best : better(reading, best);
  }

  /** A busy moment's measurement is worse than an older one that it does not contradict. */
  private Reading better(Reading old, Reading fresh) {
    double moved = fresh.epochMillis() - old.epochMillisAt(fresh.atNanos());
    double drift = DRIFT * (fresh.atNanos() - old.atNanos()) / 1e6;
    double possible = old.uncertaintyMillis() + fresh.uncertaintyMillis() + drift;
    if (Math.abs(moved) > possible) {
      note = "Prometheus' clock was set by %+.0f ms during the run".formatted(moved);
      return fresh;
    }
    double aged = old.uncertaintyMillis() + drift;
    return aged < fresh.uncertaintyMillis()
        ? new Reading(
            fresh.atNanos(), old.epochMillisAt(fresh.atNanos()), aged, fresh.offsetMillis())
        : fresh;
  }

  private Reading measure() throws PrometheusException, InterruptedException {
    long before = nanos.getAsLong();
    List<MetricSeries> answer = client.query("time()").data();
    long wall = wallMillis.getAsLong();
    long after = nanos.getAsLong();
    if (answer.size() != 1 || !(answer.get(0).last() > 0)) {
      throw new PrometheusException(
          Kind.NOT_PROMETHEUS, "Prometheus at " + client.base() + " does not tell the time");
    }
    double millis = answer.get(0).last() * 1000;
    double half = (after - before) / 2e6;
    return new Reading(before + (after - before) / 2, millis, half, millis - (wall - half));
  }

  /** Milliseconds since 1970 on Prometheus' clock at an instant of ours. */
  long epochMillis(long atNanos) {
    return Math.round(reading.epochMillisAt(atNanos));
  }

  /** The instant of ours at which Prometheus' clock showed this. */
  long nanos(long epochMillis) {
    return reading.atNanos() + Math.round((epochMillis - reading.epochMillis()) * 1e6);
  }

  /** How far Prometheus' clock is ahead of this machine's. */
  double offsetMillis() {
    return reading.offsetMillis();
  }

  double uncertaintyMillis() {
    return reading.uncertaintyMillis();
  }

  /** What happened to the clock since this was asked last, or empty. */
  String takeNote() {
    String taken = note;
    note = "";
    return taken;
  }
}
