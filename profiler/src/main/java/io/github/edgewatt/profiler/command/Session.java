package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.dataset.run.ManifestFile;
import io.github.edgewatt.dataset.run.RunDirectory;
import io.github.edgewatt.dataset.run.RunFunction;
import io.github.edgewatt.dataset.run.RunManifest;
import io.github.edgewatt.dataset.run.RunPlan;
import io.github.edgewatt.forecaster.shell.Home;
import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.campaign.CampaignClock;
import io.github.edgewatt.profiler.campaign.EnergyCheck;
import io.github.edgewatt.profiler.campaign.StopSignal;
import io.github.edgewatt.profiler.command.site.OpenSite;
import io.github.edgewatt.profiler.command.site.Site;
import io.github.edgewatt.profiler.command.site.SiteRequest;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.PlatformException;
import io.github.edgewatt.profiler.proc.ShutdownWait;
import io.github.edgewatt.profiler.report.RunReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** One {@code run} or {@code profile}: wires the parts and prints the head. */
final class Session {
  private final PrintWriter out;
  private final List<String> arguments;
  private final RunOptions options;
  private final PlanReader reader;
  private final String mode;

  Session(CommandSpec spec, RunOptions options, PlanReader reader, String mode) {
    this.out = spec.commandLine().getOut();
    this.arguments = List.copyOf(spec.root().commandLine().getParseResult().originalArgs());
    this.options = options;
    this.reader = reader;
    this.mode = mode;
  }

  int call() throws UsageException, PlatformException, DatasetException, InterruptedException {
    Optional<RunManifest> earlier = earlier();
    Site site = options.site.choose();
    RunPlan plan =
        reader.read(
            earlier.isPresent()
                ? earlier.get().plan()
                : options.defaults(mode, site.defaultFunctions()));
    List<FunctionSpec> functions = site.functions(plan.functions());
    PlannedRun expected = PlannedRun.of(plan);
    Map<String, String> groups =
        KnownGroups.read(options.groups, List.of(Path.of(""), Home.path()));
    if (options.dryRun) {
      expected.text().lines().forEach(out::println);
      out.println("nothing was started (--dry-run)");
      return 0;
    }
    Path output = options.output == null ? Path.of("output") : options.output;
    Instant startedAt = Instant.now();
    String runId = earlier.map(RunManifest::runId).orElse(RunManifest.runIdAt(startedAt));
    StopSignal stop = new StopSignal();
    ShutdownWait shutdown = ShutdownWait.stopping(stop::stop);
    try (OpenSite place = site.open(new SiteRequest(runId, plan, output))) {
      checkMeter(place);
      PlannedRun planned = PlannedRun.of(plan, place.meter().sampleInterval());
      RunManifest manifest =
          new RunManifest(
              RunManifest.SCHEMA,
              runId,
              arguments,
              plan,
              Home.tool(),
              place.machine(),
              place.platform().name(),
              place.power(),
              place.meter().description(),
              functions.stream().map(Session::kept).toList(),
              Findings.kept(place.doctor()),
              startedAt,
              null,
              null);
      try (RunDirectory directory = open(output, manifest)) {
        head(manifest, place, planned, directory);
        return new RunLoop(
                out,
                planned,
                functions,
                place.platform(),
                place.meter(),
                directory,
                stop,
                groups,
                options.verifyEnergy,
                options.site.words())
            .call();
      }
    } finally {
      shutdown.close();
    }
  }

  private Optional<RunManifest> earlier() throws UsageException, DatasetException {
    if (options.resume == null) {
      return Optional.empty();
    }
    if (options.output != null) {
      throw new UsageException("--resume goes on in its own folder: leave --output out");
    }
    return Optional.of(ManifestFile.read(Folders.ofRun(options.resume)));
  }

  private void checkMeter(OpenSite place) throws UsageException {
    String meter = place.power().name();
    if (options.verifyEnergy && (meter.equals("none") || meter.equals("estimate"))) {
      throw new UsageException(
          "--verify-energy needs a power meter: " + place.power().description());
    }
  }

  private RunDirectory open(Path output, RunManifest manifest)
      throws UsageException, DatasetException {
    if (options.resume == null) {
      try {
        return RunDirectory.create(output, manifest);
      } catch (DatasetException e) {
        throw new UsageException(e.getMessage());
      }
    }
    RunDirectory directory = RunDirectory.resume(Folders.ofRun(options.resume));
    List<String> differences = directory.manifest().differences(manifest);
    if (!differences.isEmpty()) {
      directory.close();
      throw new UsageException(
          "cannot resume "
              + options.resume
              + ", because it would not be the same run: "
              + String.join("; ", differences));
    }
    directory.updateManifest(
        directory.manifest().resumed(manifest.plan().budget(), manifest.findings()));
    return directory;
  }

  private void head(
      RunManifest manifest, OpenSite place, PlannedRun planned, RunDirectory directory)
      throws DatasetException {
    out.println(
        "machine   "
            + RunReport.machine(manifest.machine())
            + "   platform "
            + manifest.platform()
            + "   meter "
            + manifest.meter().name());
    if (manifest.meter().name().equals("none")) {
      out.println(
          "          no power: "
              + manifest.meter().description()
              + "; --power-model 12W..65W estimates");
    }
    place.remarks().forEach(out::println);
    out.println("doctor    " + place.doctor().summary() + " (bin/profiler doctor)");
    planned.text().lines().forEach(out::println);
    if (options.verifyEnergy) {
      out.println("          then the energy check: " + EnergyCheck.LOADS + " loads more");
    }
    out.println("output    " + directory.path());
    place.platform().cleaned().forEach(line -> out.println("cleaned   " + line));
    directory.repairs().forEach(line -> out.println("repaired  " + line));
    out.flush();
    directory.append(
        new JournalEntry.SessionStarted(CampaignClock.system().now(), arguments, Home.tool()));
  }

  private static RunFunction kept(FunctionSpec spec) {
    return RunFunction.of(spec.name(), spec.method(), spec.path(), spec.contentType(), spec.body());
  }
}
