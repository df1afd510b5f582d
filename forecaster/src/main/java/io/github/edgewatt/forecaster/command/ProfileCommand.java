package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.profile.CostFigures;
import io.github.edgewatt.forecaster.read.DataReader;
import io.github.edgewatt.forecaster.read.Measurements;
import io.github.edgewatt.forecaster.shell.UsageException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code profile}: what each function costs alone. */
@Command(
    name = "profile",
    description = "Says what each function costs alone: per request at low load, and how long.",
    mixinStandardHelpOptions = true)
final class ProfileCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataArguments arguments;

  @Option(names = "--function", paramLabel = "F", description = "this function alone")
  private String function;

  @Option(names = "--json", description = "as JSON, with the points of each curve")
  private boolean json;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write to FILE instead of the screen")
  private Path output;

  @Override
  public Integer call() throws DatasetException, UsageException {
    Measurements read = DataReader.readWithSolo(arguments.request());
    List<CostFigures> functions = chosen(CostFigures.all(read.solo().rows()));
    String text =
        json
            ? ProfileJson.text(read, functions) + "\n"
            : String.join("\n", ProfileText.lines(functions)) + "\n";
    PrintWriter out = spec.commandLine().getOut();
    // With JSON on the screen, what a person reads goes beside it.
    PrintWriter words = json && output == null ? spec.commandLine().getErr() : out;
    read.lines().forEach(words::println);
    words.flush();
    if (output == null) {
      out.print(text);
    } else {
      OutputFile.write(output, text);
      out.println("profile   " + output);
    }
    out.flush();
    return 0;
  }

  private List<CostFigures> chosen(List<CostFigures> all) throws UsageException {
    if (function == null) {
      return all;
    }
    List<CostFigures> chosen = all.stream().filter(f -> f.function().equals(function)).toList();
    if (chosen.isEmpty()) {
      throw new UsageException(
          "no usable measurement of '%s' alone: there are %s"
              .formatted(
                  function, String.join(", ", all.stream().map(CostFigures::function).toList())));
    }
    return chosen;
  }
}
