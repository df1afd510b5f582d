package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.MeasurementRow.Kind;
import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.dataset.run.RunDirectory;
import io.github.edgewatt.profiler.design.Design;
import io.github.edgewatt.profiler.design.History;
import io.github.edgewatt.profiler.design.Step;
import io.github.edgewatt.profiler.load.LatencyLog;
import io.github.edgewatt.profiler.load.LoadGenerator;
import io.github.edgewatt.profiler.load.LoadPlan;
import io.github.edgewatt.profiler.load.LoadResult;
import io.github.edgewatt.profiler.measure.NodeMeter;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.platform.FunctionPlatform;
import io.github.edgewatt.profiler.platform.FunctionStartException;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Carries a design's steps out, one row after the other, until nothing is left. */
public final class Campaign {
  private static final int MOST_SKIPS_AT_ONCE = 1_000;

  private final Design design;
  private final CampaignTimes times;
  private final RunDirectory directory;
  private final LatencyLog latencies;
  private final LoadGenerator generator;
  private final NodeMeter meter;
  private final FunctionPlatform platform;
  private final DeployedFunctions deployed;
  private final RowAssembler assembler;
  private final Rest rest;
  private final CampaignClock clock;
  private final StopSignal stop;
  private final CampaignListener listener;
  private final History history = new History();
  private final Set<String> failedOnce = new HashSet<>();
  private final double secondsBefore;
  private final long startNanos;
  private int nextId = 1;

  /**
   * A campaign on a run's folder; what its journal holds counts as done.
   *
   * @param tools what it works with; not closed by it
   * @param meterName name of the power meter, for the rows
   */
  public Campaign(
      Design design,
      CampaignTimes times,
      CampaignTools tools,
      String meterName,
      CampaignListener listener) {
    this.design = design;
    this.times = times;
    this.directory = tools.directory();
    this.latencies = tools.latencies();
    this.generator = tools.generator();
    this.meter = tools.meter();
    this.platform = tools.platform();
    this.clock = tools.clock();
    this.stop = tools.stop();
    this.listener = listener;
    this.rest = new Rest(meter, clock);
    this.deployed = new DeployedFunctions(tools, times, rest, listener);
    this.assembler =
        new RowAssembler(
            new RowAssembler.NodeFacts(
                meter.cores(),
                meter.watchesThisMachine(),
                platform.autoscales(),
                platform.mostCpuMillisPerCall(),
                platform.callsPassAGateway(),
                meterName));
    this.startNanos = clock.nanoTime();
    this.secondsBefore = replay();
  }

  private double replay() {
    double seconds = 0;
    for (JournalEntry entry : directory.entries()) {
      if (entry instanceof JournalEntry.Measured measured) {
        seconds = measured.campaignSeconds();
        history.measured(measured.row(), seconds);
        nextId = Math.max(nextId, 1 + Integer.parseInt(measured.row().id().substring(1)));
      } else if (entry instanceof JournalEntry.Skipped skipped) {
        history.skipped(kind(skipped.configuration()), skipped.configuration());
      } else if (entry instanceof JournalEntry.SessionEnded ended) {
        seconds = Math.max(seconds, ended.campaignSeconds());
      }
    }
    return seconds;
  }

  /** Time the run has used of its budget, all sessions, in seconds. */
  public double elapsedSeconds() {
    return secondsBefore + (clock.nanoTime() - startNanos) / 1e9;
  }

  /** What was measured and skipped, in all sessions. */
  public History history() {
    return history;
  }

  /**
   * Runs to the design's end.
   *
   * @return why it ended, one phrase
   * @throws InterruptedException when asked to stop; every finished row is written, the one under
   *     way is given up
   * @throws PlatformException when no function can be deployed any more
   * @throws DatasetException when a row cannot be written
   */
  public String run()
      throws InterruptedException, PlatformException, DatasetException, IOException {
    List<JournalEntry.Skipped> skips = new ArrayList<>();
    while (true) {
      Step step = design.next(history);
      if (step instanceof Step.Skip skip) {
        // Gathered: a pruned grid skips thousands in a row, and each write reaches the disk.
        skips.add(new JournalEntry.Skipped(skip.configuration(), skip.reason()));
        history.skipped(skip.kind(), skip.configuration());
        listener.skipped(skip.configuration(), skip.reason());
        if (skips.size() < MOST_SKIPS_AT_ONCE) {
          continue;
        }
      }
      directory.appendAll(skips);
      skips.clear();
      stop.check();
      if (step instanceof Step.Done done) {
        return done.reason();
      } else if (step instanceof Step.Measure measure) {
        measureOrGiveUp(measure);
      }
    }
  }

  /** A start that fails may be a busy moment; one that fails twice loses the function. */
  private void measureOrGiveUp(Step.Measure step)
      throws InterruptedException, PlatformException, DatasetException, IOException {
    try {
      measure(step);
    } catch (FunctionStartException e) {
      // A Ctrl-C ends the functions as well: one that ended by it is not to be given up.
      stop.check();
      listener.warned(e.getMessage());
      directory.append(new JournalEntry.Note(clock.now(), e.getMessage()));
      if (!failedOnce.add(e.function())) {
        history.unavailable(e.function(), e.getMessage().substring(e.function().length() + 1));
      }
      history.spent(elapsedSeconds());
    }
  }

  private void measure(Step.Measure step)
      throws InterruptedException, PlatformException, DatasetException, IOException {
    deployed.ensure(step.configuration().functions());
    listener.measuring(step, elapsedSeconds());
    Rest.Outcome rested = stop.wait(() -> deployed.rest(restLimit()));
    LoadPlan plan =
        Loads.measurement(
            deployed.instances(), step.configuration().rates(), times, margin(rested), nextId);
    LoadResult load = stop.wait(() -> generator.run(plan));
    long endNanos = clock.nanoTime();
    WindowReading reading =
        stop.wait(() -> meter.window(load.windowStartNanos(), load.windowEndNanos()));
    // Asked here, not later: a signal ends the functions too, and that is no fault of theirs.
    String failures = stop.wait(this::failures);
    Instant startedAt = clock.now().minusNanos(clock.nanoTime() - load.windowStartNanos());
    String id = "m%04d".formatted(nextId++);
    MeasurementRow row =
        assembler.assemble(
            new RowAssembler.Observation(id, step, startedAt, rested, load, reading, failures));
    // The histograms first: a log line without its row is cut on resume, a row without its
    // histograms could not be mended.
    latencies.append(id, startedAt, load);
    double elapsed = elapsedSeconds();
    directory.append(new JournalEntry.Measured(row, elapsed));
    history.measured(row, elapsed);
    deployed.loadEnded(endNanos, row.node().overloaded());
    listener.measured(row, elapsed);
  }

  /** A platform that cannot be asked makes no row bad: its calls tell, and the next deployment. */
  private String failures() {
    try {
      return String.join(", ", platform.failures());
    } catch (PlatformException e) {
      return "";
    }
  }

  /** Readings know better than the meter: a container's counters may be older than their scrape. */
  private Duration margin(Rest.Outcome rested) {
    Duration seen = Duration.ofMillis((long) rested.idle().sampleIntervalMillis());
    Duration told = meter.sampleInterval();
    return Loads.margin(seen.compareTo(told) > 0 ? seen : told);
  }

  /** A rest may take its limit, but not more than the budget has left beside a measurement. */
  private Duration restLimit() {
    Duration margin = Loads.margin(meter.sampleInterval());
    Duration load = times.settle().plus(times.window()).plus(margin);
    double loadSeconds = load.toMillis() / 1000.0;
    double left = times.budgetSeconds() - elapsedSeconds() - loadSeconds;
    long limit = (long) Math.min((double) times.restTimeout().toMillis(), 1000 * left);
    return Duration.ofMillis(Math.max(rest.flatTime().toMillis(), limit));
  }

  private static Kind kind(Configuration configuration) {
    return configuration.functions().size() == 1 ? Kind.SOLO : Kind.MIX;
  }
}
