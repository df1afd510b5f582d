package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.read.Dataset;
import io.github.edgewatt.dataset.read.DatasetReader;
import io.github.edgewatt.dataset.run.JournalEntry;
import io.github.edgewatt.dataset.run.RunDirectory;
import io.github.edgewatt.dataset.run.RunManifest;
import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.report.RunReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: writes a run's page anew from its files. */
@Command(
    name = "report",
    description = "Writes DIR/report.html: one page, no network needed.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "the run's folder, or output/latest")
  private Path dir;

  @Override
  public Integer call() throws Exception {
    Path folder = Folders.ofRun(dir);
    Dataset dataset = DatasetReader.read(folder);
    RunManifest manifest =
        dataset.manifest().orElseThrow(() -> new UsageException(dir + " has no run.json"));
    List<JournalEntry> entries = RunDirectory.read(folder);
    Path file = ReportFile.write(folder, RunReport.input(manifest, entries));
    dataset
        .problems()
        .forEach(problem -> spec.commandLine().getErr().println("edgewatt: " + problem));
    spec.commandLine().getOut().println("report  " + file);
    return 0;
  }
}
