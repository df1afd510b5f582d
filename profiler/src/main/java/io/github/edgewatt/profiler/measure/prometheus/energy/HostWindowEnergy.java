package io.github.edgewatt.profiler.measure.prometheus.energy;

import io.github.edgewatt.profiler.energy.EnergyMeter;
import io.github.edgewatt.profiler.energy.EnergyReading;
import io.github.edgewatt.profiler.energy.WindowEnergy;
import io.github.edgewatt.profiler.measure.CounterSeries;
import io.github.edgewatt.profiler.measure.WindowFigure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A meter of this machine beside a Prometheus that has none: read every 200 ms by a thread of its
 * own, and kept for twelve minutes.
 */
public final class HostWindowEnergy implements WindowEnergy, AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMillis(200);
  private static final int KEPT = (int) (Duration.ofMinutes(12).toMillis() / INTERVAL.toMillis());
  private static final long PATIENCE_NANOS = Duration.ofSeconds(3).toNanos();
  private static final double NANOS = 1e9;

  private final EnergyMeter meter;
  private final String passedOver;
  private final CounterSeries joules = new CounterSeries(KEPT);
  private final Thread thread = new Thread(this::loop, "host-energy");
  private volatile boolean closed;

  HostWindowEnergy(EnergyMeter meter, String passedOver) {
    this.meter = meter;
    this.passedOver = passedOver;
    this.thread.setDaemon(true);
  }

  /** Starts reading. */
  static HostWindowEnergy start(EnergyMeter meter, String passedOver) {
    HostWindowEnergy energy = new HostWindowEnergy(meter, passedOver);
    energy.sample(System.nanoTime());
    energy.thread.start();
    return energy;
  }

  private void loop() {
    while (!closed) {
      LockSupport.parkNanos(INTERVAL.toNanos());
      sample(System.nanoTime());
    }
  }

  /** Reads once; what cannot be read is a gap. */
  synchronized void sample(long nanos) {
    joules.append(nanos, meter.readJoules());
    notifyAll();
  }

  @Override
  public String name() {
    return meter.name();
  }

  @Override
  public synchronized String description() {
    return meter.description() + passedOver;
  }

  /** Waits for the first sample after the window, three seconds at most. */
  @Override
  public synchronized EnergyReading read(List<String> functions, long fromNanos, long toNanos)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!joules.reaches(toNanos) && deadline - System.nanoTime() > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, deadline - System.nanoTime()));
    }
    WindowFigure figure = joules.delta(fromNanos, toNanos);
    String problem = figure.problem();
    if (problem.isEmpty() && figure.largestGapNanos() > (toNanos - fromNanos) / 2) {
      problem = "%.1f s without a reading".formatted(figure.largestGapNanos() / NANOS);
    } else if (problem.isEmpty() && figure.value() == 0) {
      problem = "the counters stand still";
    }
    return problem.isEmpty()
        ? new EnergyReading(figure.value(), Map.of(), List.of(), "")
        : new EnergyReading(Double.NaN, Map.of(), List.of(), name() + ": " + problem);
  }

  /** Returns when the thread has ended, within a second. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
