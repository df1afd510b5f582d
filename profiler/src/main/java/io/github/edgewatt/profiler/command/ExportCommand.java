package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.export.UpstreamExport;
import io.github.edgewatt.forecaster.shell.UsageException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: a run as the files that DFaaS' notebooks read. */
@Command(
    name = "export",
    description = "Writes a run as upstream's output-energy/T/ and generator/ folders.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "the run's folder, or output/latest")
  private Path dir;

  @Option(
      names = "--upstream",
      required = true,
      paramLabel = "TARGET",
      description = "new or empty folder to write to")
  private Path target;

  @Option(
      names = "--node-type",
      paramLabel = "T",
      description = "LIGHT, MID, HEAVY or a name of yours (default: by the machine's cores)")
  private String nodeType;

  @Override
  public Integer call() throws Exception {
    Path folder = Folders.ofRun(dir);
    Folders.checkFree(target);
    try {
      spec.commandLine()
          .getOut()
          .println(UpstreamExport.write(folder, target, Optional.ofNullable(nodeType)));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
    return 0;
  }
}
