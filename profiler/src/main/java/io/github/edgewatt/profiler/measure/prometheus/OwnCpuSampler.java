package io.github.edgewatt.profiler.measure.prometheus;

import com.sun.management.OperatingSystemMXBean;
import io.github.edgewatt.profiler.measure.CounterSeries;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** CPU of this process, read five times a second, for a profiler on the node it measures. */
public final class OwnCpuSampler implements OwnCpu, AutoCloseable {
  private static final long INTERVAL_MILLIS = 200;

  /** Ten minutes are promised of every meter; a little more for what lies before a window. */
  private static final int KEPT = 12 * 60 * 5;

  private final LongSupplier nanos;
  private final DoubleSupplier cpuSeconds;
  private final CounterSeries series = new CounterSeries(KEPT);
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "own-cpu");
            thread.setDaemon(true);
            return thread;
          });

  OwnCpuSampler(LongSupplier nanos, DoubleSupplier cpuSeconds) {
    this.nanos = nanos;
    this.cpuSeconds = cpuSeconds;
  }

  /** Starts reading. */
  public static OwnCpuSampler start() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    OwnCpuSampler sampler =
        new OwnCpuSampler(System::nanoTime, () -> system.getProcessCpuTime() * 1e-9);
    sampler.sample();
    var unused =
        sampler.timer.scheduleAtFixedRate(
            sampler::sample, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    return sampler;
  }

  void sample() {
    series.append(nanos.getAsLong(), cpuSeconds.getAsDouble());
  }

  @Override
  public double seconds(long fromNanos, long toNanos) {
    return series.delta(fromNanos, toNanos).value();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
