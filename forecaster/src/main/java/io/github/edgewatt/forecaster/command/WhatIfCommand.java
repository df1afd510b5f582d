package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.dataset.run.ReplacedFile;
import io.github.edgewatt.forecaster.feature.NodeType;
import io.github.edgewatt.forecaster.question.BadQuestionException;
import io.github.edgewatt.forecaster.question.CheckedForecaster;
import io.github.edgewatt.forecaster.question.WhatIf;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code whatif}: what nodes do under many loads. */
@Command(
    name = "whatif",
    description = "Answers a CSV file of configurations, one a line.",
    mixinStandardHelpOptions = true)
final class WhatIfCommand implements Callable<Integer> {
  @Spec private picocli.CommandLine.Model.CommandSpec spec;
  @Mixin private final OpenModel model;
  @Mixin private final IdleOptions idle = new IdleOptions();

  @Parameters(
      index = "0",
      paramLabel = "FILE.csv",
      description = "rates in columns rate_function_F or F; node_type; figures at rest")
  private Path file;

  @Option(
      names = "--node-type",
      paramLabel = "T",
      description = "the kind of node of lines without a node_type")
  private String nodeType;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "the file to write (default: the screen)")
  private Path output;

  @Option(names = "--json", description = "a JSON object a line instead of CSV, in base units")
  private boolean json;

  WhatIfCommand(OpenModel.Reader reader) {
    model = new OpenModel(reader);
  }

  @Override
  public Integer call() throws Exception {
    return QuestionCommands.answer(spec, this::answerFile);
  }

  private int answerFile() throws Exception {
    if (!Files.isRegularFile(file)) {
      throw new BadQuestionException("no file " + file + " (a file is needed: it is read twice)");
    }
    if (output != null && Files.exists(output) && Files.isSameFile(file, output)) {
      throw new BadQuestionException("-o is the file of the questions: give another");
    }
    CheckedForecaster forecaster = model.open();
    Optional<NodeType> node = Optional.ofNullable(nodeType).map(forecaster::node);
    WhatIf whatIf = new WhatIf(forecaster, node, idle.idle());
    try {
      check(whatIf);
      String summary = output == null ? toScreen(whatIf) : toFile(whatIf);
      // Beside the answers on the screen, so that a pipe gets the table alone.
      PrintWriter beside =
          output == null ? spec.commandLine().getErr() : spec.commandLine().getOut();
      beside.println(summary);
      beside.println(
          "figures at rest: the model's, where neither the file nor an option gives them");
      beside.flush();
      return 0;
    } catch (BadQuestionException e) {
      throw new BadQuestionException(file + " " + e.getMessage());
    }
  }

  private void check(WhatIf whatIf) throws DatasetException {
    try (Reader in = open()) {
      whatIf.check(in);
    } catch (IOException e) {
      throw DatasetException.of("cannot read", file, e);
    }
  }

  private String toScreen(WhatIf whatIf) throws DatasetException {
    PrintWriter out = spec.commandLine().getOut();
    try (Reader in = open()) {
      String summary = answer(whatIf, in, line -> out.print(line + "\n"));
      out.flush();
      return summary;
    } catch (IOException e) {
      throw DatasetException.of("cannot read", file, e);
    }
  }

  private String toFile(WhatIf whatIf) throws DatasetException {
    try (Reader in = open();
        ReplacedFile out = new ReplacedFile(output)) {
      String summary = answer(whatIf, in, out::writeLine);
      out.commit();
      return summary + " → " + output;
    } catch (IOException e) {
      throw DatasetException.of("cannot write", output, e);
    }
  }

  private String answer(WhatIf whatIf, Reader in, WhatIf.LineSink out) throws IOException {
    return (json ? whatIf.json(in, out) : whatIf.csv(in, out)).toString();
  }

  private Reader open() throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8), 1 << 16);
  }
}
