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
import io.github.edgewatt.profiler.load.LoadResult;
import io.github.edgewatt.profiler.measure.NodeMeter;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.platform.FunctionPlatform;
import io.github.edgewatt.profiler.platform.FunctionStartException;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Carries a design's steps out, one row after the other, until nothing is left. */
public final class Campaign {
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
                meter.cores(), platform.name().equals("local"), platform.autoscales(), meterName));
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
    while (true) {
      Step step = design.next(history);
      if (step instanceof Step.Done done) {
        return done.reason();
      } else if (step instanceof Step.Skip skip) {
        skip(skip.kind(), skip.configuration(), skip.reason());
      } else if (step instanceof Step.Measure measure) {
        try {
          measure(measure);
        } catch (FunctionStartException e) {
          // A Ctrl-C reaches the functions as well: one that ends by it is not to be skipped.
          stop.check();
          listener.warned(e.getMessage());
          history.unavailable(e.function(), e.getMessage().substring(e.function().length() + 1));
          directory.append(new JournalEntry.Note(clock.now(), e.getMessage()));
        }
      }
    }
  }

  private void skip(Kind kind, Configuration configuration, String reason) throws DatasetException {
    directory.append(new JournalEntry.Skipped(configuration, reason));
    history.skipped(kind, configuration);
    listener.skipped(configuration, reason);
  }

  private void measure(Step.Measure step)
      throws InterruptedException, PlatformException, DatasetException, IOException {
    deployed.ensure(step.configuration().functions());
    listener.measuring(step, elapsedSeconds());
    Rest.Outcome rested = stop.wait(() -> deployed.rest(restLimit()));
    LoadResult load =
        stop.wait(
            () ->
                generator.run(
                    Loads.measurement(
                        deployed.instances(),
                        step.configuration().rates(),
                        rate -> times.arrivals().of(rate, nextId),
                        times.settle(),
                        times.window())));
    long endNanos = clock.nanoTime();
    WindowReading reading =
        stop.wait(() -> meter.window(load.windowStartNanos(), load.windowEndNanos()));
    // Under the signal too: when the program is told to end, its functions are ended as well.
    List<String> failures = stop.wait(platform::failures);
    Instant startedAt = clock.now().minusNanos(clock.nanoTime() - load.windowStartNanos());
    String id = "m%04d".formatted(nextId++);
    MeasurementRow row =
        assembler.assemble(
            new RowAssembler.Observation(
                id, step, startedAt, rested, load, reading, String.join(", ", failures)));
    // The histograms first: a log line without its row is cut on resume, a row without its
    // histograms could not be mended.
    latencies.append(id, startedAt, load);
    double elapsed = elapsedSeconds();
    directory.append(new JournalEntry.Measured(row, elapsed));
    history.measured(row, elapsed);
    deployed.loadEnded(endNanos);
    listener.measured(row, elapsed);
  }

  /** A rest may take its limit, but not more than the budget has left beside a measurement. */
  private Duration restLimit() {
    double loadSeconds = times.settle().plus(times.window()).toMillis() / 1000.0;
    double left = times.budgetSeconds() - elapsedSeconds() - loadSeconds;
    long limit = (long) Math.min((double) times.restTimeout().toMillis(), 1000 * left);
    return Duration.ofMillis(Math.max(Rest.FLAT.toMillis(), limit));
  }

  private static Kind kind(Configuration configuration) {
    return configuration.functions().size() == 1 ? Kind.SOLO : Kind.MIX;
  }
}
