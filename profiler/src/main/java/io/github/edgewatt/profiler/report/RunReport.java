package io.github.edgewatt.profiler.report;

import io.github.edgewatt.dataset.Durations;
import io.github.edgewatt.dataset.MeasurementRow;
import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.dataset.run.Machine;
import io.github.edgewatt.dataset.run.RunManifest;
import io.github.edgewatt.dataset.run.RunPlan;
import io.github.edgewatt.profiler.report.figures.ReportInput;
import io.github.edgewatt.profiler.report.figures.ReportInput.Fact;
import io.github.edgewatt.profiler.report.figures.ReportInput.Skipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run's folder as the report wants it. */
public final class RunReport {
  private RunReport() {}

  /** The report's input from a run's manifest and journal. */
  public static ReportInput input(RunManifest manifest, List<JournalEntry> entries) {
    List<MeasurementRow> rows = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    for (JournalEntry entry : entries) {
      if (entry instanceof JournalEntry.Measured measured) {
        rows.add(measured.row());
      } else if (entry instanceof JournalEntry.Skipped skip) {
        skipped.add(new Skipped(skip.configuration(), skip.reason()));
      }
    }
    boolean metered = !manifest.meter().name().equals("none");
    return new ReportInput(
        manifest.runId(),
        machine(manifest.machine()),
        manifest.machine().cores(),
        "bin/profiler " + String.join(" ", manifest.arguments()),
        metered ? "measured with " + manifest.meter().name() : manifest.meter().description(),
        facts(manifest),
        rows,
        skipped);
  }

  /** {@code 2 cores, 24 GiB, Linux 6.x, JDK 17}. */
  public static String machine(Machine machine) {
    return String.format(
        Locale.ROOT,
        "%d cores, %.0f GiB, %s, %s",
        machine.cores(),
        machine.memoryBytes() / (double) (1 << 30),
        machine.kernel(),
        machine.jdk());
  }

  private static List<Fact> facts(RunManifest manifest) {
    RunPlan plan = manifest.plan();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("processor", manifest.machine().cpuModel()));
    facts.add(new Fact("operating system", manifest.machine().os()));
    facts.add(new Fact("platform", manifest.platform()));
    facts.add(
        new Fact("power meter", manifest.meter().name() + ": " + manifest.meter().description()));
    facts.add(new Fact("counters", manifest.counters()));
    facts.add(new Fact("functions", String.join(", ", plan.functions())));
    facts.add(
        new Fact(
            "plan",
            "up to %d/s for %s, %s design, mixes of %d, seed %d"
                .formatted(
                    plan.maxRate(),
                    Durations.format(plan.duration()),
                    plan.design(),
                    plan.combine(),
                    plan.seed())));
    facts.add(new Fact("started", manifest.startedAt().toString()));
    if (manifest.endedAt() != null) {
      facts.add(new Fact("ended", manifest.endedAt() + ", " + manifest.exitReason()));
    }
    manifest.findings().stream()
        .filter(finding -> !finding.status().name().equals("OK"))
        .forEach(finding -> facts.add(new Fact("doctor: " + finding.name(), finding.message())));
    facts.add(
        new Fact("edgewatt", manifest.tool().version() + " (" + manifest.tool().commit() + ")"));
    return facts;
  }
}
