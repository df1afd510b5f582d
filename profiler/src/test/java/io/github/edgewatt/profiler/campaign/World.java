package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.dataset.Configuration;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.dataset.run.RunDirectory;
import io.github.edgewatt.dataset.run.RunPlan;
import io.github.edgewatt.profiler.TestRuns;
import io.github.edgewatt.profiler.design.AdaptiveDesign;
import io.github.edgewatt.profiler.design.Budget;
import io.github.edgewatt.profiler.design.Design;
import io.github.edgewatt.profiler.design.DesignPlan;
import io.github.edgewatt.profiler.design.GridDesign;
import io.github.edgewatt.profiler.design.Step;
import io.github.edgewatt.profiler.load.LatencyLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One session of a run in made-up time, over a real folder. */
public final class World implements AutoCloseable, CampaignListener {
  final FakeClock clock = new FakeClock();
  final FakePlatform platform = new FakePlatform(clock);
  final FakeMeter meter = new FakeMeter();
  final FakeGenerator generator = new FakeGenerator(clock, meter, platform);
  final StopSignal stop = new StopSignal();
  final List<String> warnings = new ArrayList<>();
  final RunDirectory directory;
  final CampaignTimes times;
  final CampaignTools tools;
  final Campaign campaign;
  int stopAfterRows = Integer.MAX_VALUE;
  Runnable afterRow = () -> {};
  private final LatencyLog latencies;
  private int rowsSeen;

  private World(RunDirectory directory, Duration warmup, double budgetSeconds) throws Exception {
    this.directory = directory;
    Set<String> known = rows().stream().map(MeasurementRow::id).collect(Collectors.toSet());
    this.latencies = LatencyLog.reopen(directory.path().resolve("latency.hlog"), known);
    RunPlan plan = directory.manifest().plan();
    times =
        new CampaignTimes(
            plan.duration(),
            plan.settle(),
            warmup,
            plan.restTimeout(),
            budgetSeconds,
            new CampaignTimes.Constant(),
            plan.maxRate());
    tools =
        new CampaignTools(
            TestRuns.specs(plan.functions()),
            platform,
            meter,
            generator,
            directory,
            latencies,
            clock,
            stop);
    this.campaign = new Campaign(design(plan, budgetSeconds), times, tools, "none", this);
  }

  /** A new run. */
  public static World create(Path root, RunPlan plan) throws Exception {
    return create(root, plan, Duration.ZERO, Double.POSITIVE_INFINITY);
  }

  static World create(Path root, RunPlan plan, Duration warmup, double budgetSeconds)
      throws Exception {
    return new World(RunDirectory.create(root, TestRuns.manifest(plan)), warmup, budgetSeconds);
  }

  /** The same run in a new process. */
  static World resume(Path folder) throws Exception {
    return new World(RunDirectory.resume(folder), Duration.ZERO, Double.POSITIVE_INFINITY);
  }

  private static Design design(RunPlan plan, double budgetSeconds) {
    DesignPlan design =
        new DesignPlan(
            plan.functions(),
            plan.combine(),
            plan.maxRate(),
            plan.step(),
            plan.repeats(),
            plan.seed());
    Budget budget = Budget.of(budgetSeconds, 1, 0.2, 0);
    return plan.design().equals("grid")
        ? new GridDesign(design, Optional.empty(), budget)
        : new AdaptiveDesign(design, budget, 2);
  }

  /** Runs to the end. */
  public String run() throws Exception {
    return campaign.run();
  }

  /** The node has a power meter. */
  public World powered() {
    meter.powered = true;
    return this;
  }

  public Path folder() {
    return directory.path();
  }

  List<MeasurementRow> rows() {
    List<MeasurementRow> rows = new ArrayList<>();
    for (JournalEntry entry : directory.entries()) {
      if (entry instanceof JournalEntry.Measured measured) {
        rows.add(measured.row());
      }
    }
    return rows;
  }

  List<JournalEntry.Skipped> skips() {
    return directory.entries().stream()
        .filter(JournalEntry.Skipped.class::isInstance)
        .map(JournalEntry.Skipped.class::cast)
        .toList();
  }

  /** What was measured, in order, as {@code m0001 SOLO env=20 #1}. */
  List<String> outcome() {
    return rows().stream()
        .map(row -> row.id() + " " + row.kind() + " " + row.configuration() + " #" + row.repeat())
        .toList();
  }

  /** Ends the session as a kill does: nothing more is written, the system gives the lock back. */
  @Override
  public void close() throws IOException, DatasetException {
    directory.close();
    latencies.close();
  }

  @Override
  public void deploying(List<String> functions) {}

  @Override
  public void measuring(Step.Measure step, double elapsedSeconds) {}

  @Override
  public void measured(MeasurementRow row, double elapsedSeconds) {
    rowsSeen++;
    afterRow.run();
    if (rowsSeen == stopAfterRows) {
      stop.stop();
    }
  }

  @Override
  public void skipped(Configuration configuration, String reason) {}

  @Override
  public void warned(String line) {
    warnings.add(line);
  }
}
