package io.github.edgewatt.profiler.measure.host;

import io.github.edgewatt.profiler.energy.EnergyMeter;
import io.github.edgewatt.profiler.energy.PowerModel;
import io.github.edgewatt.profiler.measure.NodeMeter;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.platform.FunctionInstance;
import io.github.edgewatt.profiler.proc.Proc;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import oshi.SystemInfo;

/** Watches the machine this process runs on. */
public final class HostMeter implements NodeMeter {

  /** Long enough to cost nothing, short enough that a two second window has ten samples. */
  public static final Duration DEFAULT_INTERVAL = Duration.ofMillis(200);

  /** Ten minutes are promised; a little more, so that a window of ten has samples before it. */
  private static final Duration KEPT = Duration.ofMinutes(12);

  private static final int PATIENCE_INTERVALS = 15;

  private final HostSource source;
  private final Stamp stamp;
  private final int capacity;
  private final long patienceNanos;
  private final Duration interval;
  private final NodeSeries node;
  private final WindowReader reader;
  private final Sampler sampler;
  private Map<String, FunctionSeries> functions = Map.of();

  HostMeter(
      HostSource source,
      EnergyMeter meter,
      Optional<PowerModel> estimate,
      LongSupplier nanos,
      Duration interval) {
    this.source = source;
    this.stamp = new Stamp(nanos);
    this.capacity = (int) (KEPT.toMillis() / interval.toMillis());
    this.interval = interval;
    this.patienceNanos = PATIENCE_INTERVALS * interval.toNanos();
    this.node = new NodeSeries(source, meter, stamp, capacity);
    this.reader = new WindowReader(source.cores(), interval.toNanos() / 1e6, estimate);
    this.sampler = new Sampler(this::sample, interval);
  }

  /**
   * Starts watching every {@link #DEFAULT_INTERVAL}.
   *
   * @param meter the node's energy
   * @param estimate stands in where the meter reads nothing; readings say so
   */
  public static HostMeter start(EnergyMeter meter, Optional<PowerModel> estimate) {
    HostSource source =
        Proc.ofThisMachine().exists()
            ? LinuxSource.ofThisMachine()
            : new OshiSource(new SystemInfo());
    HostMeter host = new HostMeter(source, meter, estimate, System::nanoTime, DEFAULT_INTERVAL);
    host.sample();
    host.sampler.start();
    return host;
  }

  /** Reads everything once. */
  synchronized void sample() {
    node.sample();
    functions.values().forEach(FunctionSeries::sample);
    notifyAll();
  }

  @Override
  public synchronized String description() {
    TreeSet<String> sources = new TreeSet<>();
    functions.values().forEach(series -> sources.add(series.description()));
    String perFunction = sources.isEmpty() ? "" : "; functions: " + String.join(" / ", sources);
    return source.description() + perFunction;
  }

  @Override
  public Duration sampleInterval() {
    return interval;
  }

  @Override
  public boolean watchesThisMachine() {
    return true;
  }

  @Override
  public int cores() {
    return source.cores();
  }

  @Override
  public long memoryBytes() {
    return source.memoryBytes();
  }

  @Override
  public synchronized void watch(List<FunctionInstance> instances) {
    Map<String, FunctionSeries> watched = new LinkedHashMap<>();
    for (FunctionInstance instance : instances) {
      watched.put(
          instance.spec().name(),
          new FunctionSeries(source.function(instance.processIds()), stamp, capacity));
    }
    functions = watched;
    sample();
  }

  /**
   * Waits for the first sample after the window, at most three seconds; a sampler that is starved
   * for longer makes it a reading with a problem.
   */
  @Override
  public synchronized WindowReading window(long fromNanos, long toNanos)
      throws InterruptedException {
    long deadline = System.nanoTime() + patienceNanos;
    while (!covered(toNanos)) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        break;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return reader.read(node, functions, fromNanos, toNanos, sampler.lastFailure());
  }

  private boolean covered(long nanos) {
    return node.reaches(nanos) && functions.values().stream().allMatch(f -> f.reaches(nanos));
  }

  /** CPU the hypervisor took in a window, percent of one core; NaN where not covered. */
  public synchronized double stealPercent(long fromNanos, long toNanos) {
    return 100 * node.stealSeconds(fromNanos, toNanos) * 1e9 / (toNanos - fromNanos);
  }

  @Override
  public void close() {
    sampler.close();
  }
}
