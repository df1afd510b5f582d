package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.Durations;
import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.dataset.run.RunDirectory;
import io.github.edgewatt.dataset.run.RunPlan;
import io.github.edgewatt.forecaster.shell.Home;
import io.github.edgewatt.profiler.campaign.Campaign;
import io.github.edgewatt.profiler.campaign.CampaignClock;
import io.github.edgewatt.profiler.campaign.CampaignTools;
import io.github.edgewatt.profiler.campaign.EnergyCheck;
import io.github.edgewatt.profiler.campaign.StopSignal;
import io.github.edgewatt.profiler.load.HttpLoadGenerator;
import io.github.edgewatt.profiler.load.LatencyLog;
import io.github.edgewatt.profiler.load.LoadGenerator;
import io.github.edgewatt.profiler.measure.NodeMeter;
import io.github.edgewatt.profiler.platform.FunctionPlatform;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.PlatformException;
import io.github.edgewatt.profiler.report.CostTable;
import io.github.edgewatt.profiler.report.RunReport;
import io.github.edgewatt.profiler.report.figures.Figures;
import io.github.edgewatt.profiler.report.figures.ReportInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs a campaign in its folder and prints what came out, however it ends. */
final class RunLoop {
  private static final int INTERRUPTED = 130;
  private final PrintWriter out;
  private final PlannedRun planned;
  private final List<FunctionSpec> functions;
  private final FunctionPlatform platform;
  private final NodeMeter meter;
  private final RunDirectory directory;
  private final StopSignal stop;
  private final Map<String, String> groups;
  private final boolean verifyEnergy;

  RunLoop(
      PrintWriter out,
      PlannedRun planned,
      List<FunctionSpec> functions,
      FunctionPlatform platform,
      NodeMeter meter,
      RunDirectory directory,
      StopSignal stop,
      Map<String, String> groups,
      boolean verifyEnergy) {
    this.out = out;
    this.planned = planned;
    this.functions = functions;
    this.platform = platform;
    this.meter = meter;
    this.directory = directory;
    this.stop = stop;
    this.groups = groups;
    this.verifyEnergy = verifyEnergy;
  }

  int call() throws DatasetException, PlatformException {
    Set<String> measured = measured();
    Screen screen =
        new Screen(out, planned.outlook(), measured.size(), Home.isTerminal(), Home.isColoured());
    try (LatencyLog latencies = LatencyLog.reopen(logFile(), measured);
        LoadGenerator generator = new HttpLoadGenerator()) {
      CampaignTools tools =
          new CampaignTools(
              functions,
              platform,
              meter,
              generator,
              directory,
              latencies,
              CampaignClock.system(),
              stop);
      Campaign campaign =
          new Campaign(
              planned.design(meter.cores()),
              planned.times(),
              tools,
              directory.manifest().meter().name(),
              screen);
      EnergyCheck check = verifyEnergy ? new EnergyCheck(tools, planned.times(), screen) : null;
      return run(campaign, check, screen);
    } catch (IOException e) {
      throw new DatasetException("cannot write " + logFile() + ": " + e.getMessage(), e);
    }
  }

  private int run(Campaign campaign, EnergyCheck check, Screen screen)
      throws DatasetException, PlatformException, IOException {
    String reason = "failed";
    boolean usable = false;
    try {
      reason = campaign.run();
      screen.clear();
      table();
      hint();
      if (check != null) {
        for (String line : check.run()) {
          out.println("energy  " + line);
        }
      }
      usable = !campaign.history().rows().isEmpty();
      return usable ? 0 : 1;
    } catch (InterruptedException e) {
      reason = "interrupted";
      screen.clear();
      int rows = campaign.history().rows().size();
      out.println(
          "interrupted: "
              + rows
              + " rows are kept; go on with bin/profiler "
              + planned.plan().mode()
              + " --resume "
              + directory.path());
      return INTERRUPTED;
    } finally {
      screen.clear();
      end(campaign, reason);
      if (usable) {
        next();
      }
    }
  }

  private void end(Campaign campaign, String reason) throws DatasetException {
    CampaignClock clock = CampaignClock.system();
    directory.append(new JournalEntry.SessionEnded(clock.now(), reason, campaign.elapsedSeconds()));
    directory.updateManifest(directory.manifest().ended(clock.now(), reason));
    Path report = ReportFile.write(directory.path(), input());
    out.println("report  " + report);
    out.flush();
  }

  /** The next command to type: what was measured, put to use. */
  private void next() {
    String command = planned.plan().mode().equals("profile") ? "profile" : "train";
    out.println("next    bin/forecaster " + command + " " + directory.path());
    out.flush();
  }

  private void table() {
    out.println();
    CostTable.lines(Figures.of(input()), groups).forEach(out::println);
  }

  /** Where nothing overloaded yet, forecasts of overload have nothing to learn from. */
  private void hint() {
    boolean overloaded = input().rows().stream().anyMatch(row -> row.node().overloaded());
    if (!overloaded) {
      RunPlan plan = planned.plan();
      out.println(
          "hint    nothing overloaded: bin/profiler %s %d %s"
              .formatted(plan.mode(), 2 * plan.maxRate(), Durations.format(plan.duration())));
    }
  }

  private ReportInput input() {
    return RunReport.input(directory.manifest(), directory.entries());
  }

  private Path logFile() {
    return directory.path().resolve("latency.hlog");
  }

  private Set<String> measured() {
    return directory.entries().stream()
        .filter(JournalEntry.Measured.class::isInstance)
        .map(entry -> ((JournalEntry.Measured) entry).row().id())
        .collect(Collectors.toSet());
  }
}
