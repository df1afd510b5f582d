package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.profiler.energy.EnergyReading;
import io.github.edgewatt.profiler.measure.NodeMeter;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.platform.FunctionInstance;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Watches a node and its functions through a Prometheus that scrapes them. */
public final class PrometheusMeter implements NodeMeter {
  private final PrometheusSetup setup;
  private final WindowQueries queries;
  private final WindowWait wait;
  private final ReadingMaker maker;
  private final Optional<Dialect> hint;
  private volatile List<String> functions = List.of();

  PrometheusMeter(PrometheusSetup setup, LongSupplier nanos, Sleeper sleeper)
      throws PrometheusException, InterruptedException {
    this.setup = setup;
    this.hint = DialectHint.probe(setup.client(), setup.queries(), setup.namespace());
    this.queries =
        new WindowQueries(
            setup.samples(),
            setup.queries(),
            setup.node().instance(),
            setup.namespace(),
            setup.plan());
    this.wait = new WindowWait(queries, setup.plan(), setup.node().instance(), nanos, sleeper);
    this.maker = new ReadingMaker(setup, nanos);
  }

  /** A meter over what was found by probing. */
  public static PrometheusMeter open(PrometheusSetup setup)
      throws PrometheusException, InterruptedException {
    return new PrometheusMeter(setup, System::nanoTime, Sleeper.SYSTEM);
  }

  @Override
  public String description() {
    StringBuilder jobs = new StringBuilder();
    for (ScrapeJob job : setup.plan().jobs()) {
      jobs.append(", ")
          .append(job.what())
          .append(job.interval().isZero() ? " absent" : " every " + Times.words(job.interval()));
    }
    return String.format(
        Locale.ROOT,
        "Prometheus at %s: node %s%s, %s, clock %+.0f ms (± %.1f ms)",
        setup.client().base(),
        setup.node().instance(),
        jobs,
        dialect(),
        setup.samples().clockOffsetMillis(),
        setup.samples().clockUncertaintyMillis());
  }

  private String dialect() {
    return queries
        .dialect()
        .map(found -> "functions named as by " + found.name())
        .or(() -> hint.map(found -> "containers named as by " + found.name()))
        .orElse("no containers seen yet");
  }

  @Override
  public boolean watchesThisMachine() {
    return setup.own() != OwnCpu.ELSEWHERE;
  }

  @Override
  public int cores() {
    return setup.node().cores();
  }

  @Override
  public long memoryBytes() {
    return setup.node().memoryBytes();
  }

  /** The interval of what is scraped least often. */
  @Override
  public Duration sampleInterval() {
    return setup.plan().slowest();
  }

  @Override
  public void watch(List<FunctionInstance> instances) {
    functions = instances.stream().map(instance -> instance.spec().name()).toList();
  }

  /**
   * Waits for the scrapes that follow the window, bounded; what is missing then, or a Prometheus
   * that does not come back within a minute, makes it a reading with a problem.
   */
  @Override
  public WindowReading window(long fromNanos, long toNanos) throws InterruptedException {
    if (toNanos - fromNanos <= 0) {
      throw new IllegalArgumentException("a window must end after its start");
    }
    List<String> watched = functions;
    setup.samples().takeWarnings();
    try {
      WindowSamples samples = wait.read(watched, fromNanos, toNanos);
      EnergyReading energy = setup.energy().read(watched, fromNanos, toNanos);
      return maker.reading(samples, energy, setup.samples().takeWarnings(), fromNanos, toNanos);
    } catch (PrometheusException e) {
      return maker.absent(watched, e.getMessage(), fromNanos, toNanos);
    }
  }

  @Override
  public void close() {
    setup.client().close();
  }
}
