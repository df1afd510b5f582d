package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.AtomicFiles;
import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.correlate.Correlating;
import io.github.edgewatt.profiler.correlate.CorrelationException;
import io.github.edgewatt.profiler.correlate.Findings;
import io.github.edgewatt.profiler.correlate.page.RelationPage;
import io.github.edgewatt.profiler.correlate.page.RelationTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code correlate}: which metrics go with load, latency, CPU and watts. */
@Command(
    name = "correlate",
    description = {
      "Joins the tracker's tables, feed.csv and the extracted metrics below DIR and finds what goes"
          + " with load, latency, CPU and watts.",
      "Writes DIR/correlations.csv, DIR/correlations-left-out.csv and DIR/correlations.html."
    },
    mixinStandardHelpOptions = true)
final class CorrelateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "an experiment's folder")
  private Path dir;

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(dir)) {
      throw new UsageException(dir + " is not a folder: name an experiment's");
    }
    Folders.checkWritable("the folder", dir);
    try {
      Findings findings = Correlating.of(dir);
      write("correlations.csv", RelationTable.csv(findings));
      write("correlations-left-out.csv", RelationTable.leftOut(findings));
      String title = String.valueOf(dir.toAbsolutePath().normalize().getFileName());
      Path page = write("correlations.html", RelationPage.of(findings, title));
      tell(findings, page);
      return 0;
    } catch (CorrelationException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private Path write(String name, String text) throws DatasetException {
    Path file = dir.resolve(name);
    try {
      AtomicFiles.replace(file, text.getBytes(StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw DatasetException.of("cannot write", file, e);
    }
  }

  private void tell(Findings findings, Path page) {
    PrintWriter out = spec.commandLine().getOut();
    findings.notes().forEach(out::println);
    out.println(
        "%d relations of %d series, %d of them more than chance; %d series left out  %s"
            .formatted(
                findings.relations().size(),
                findings.series(),
                findings.found(),
                findings.leftOut().size(),
                page));
  }
}
