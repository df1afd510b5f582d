package io.github.edgewatt.profiler.command;

import io.github.edgewatt.dataset.run.RunPlan;
import io.github.edgewatt.forecaster.shell.UsageException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: each function alone, then in combination. */
@Command(
    name = "run",
    description = "Profiles each function alone, then in combination.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Spec private picocli.CommandLine.Model.CommandSpec spec;
  @Mixin private RunOptions options;

  @Option(
      names = "--combine",
      paramLabel = "K",
      converter = Converters.Count.class,
      description = "functions in a mix (default: 3)")
  private Integer combine;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "start the grid at the point in a two-line configuration.txt")
  private Path from;

  @Override
  public Integer call() throws Exception {
    String startAt = from == null ? null : StartPoint.read(from).orElse(null);
    PlanReader reader =
        base -> {
          RunPlan plan = options.over(base, "run", combine, startAt);
          if (plan.combine() > plan.functions().size()) {
            throw new UsageException(
                "--combine "
                    + plan.combine()
                    + " needs as many functions, but there are "
                    + plan.functions().size());
          }
          return plan;
        };
    return new Session(spec, options, reader, "run").call();
  }
}
