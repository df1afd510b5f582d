package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.forecaster.question.BadQuestionException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The commands that ask a model, and what they share. */
final class QuestionCommands {
  /** The probability of overload that counts as safe where nothing else is said. */
  static final String RISK = "0.05";

  private QuestionCommands() {}

  /**
   * Adds {@code predict}, {@code frontier}, {@code whatif} and {@code suggest}, which open models
   * by {@code reader}.
   */
  static CommandLine addTo(CommandLine line, OpenModel.Reader reader) {
    return line.addSubcommand(new PredictCommand(reader))
        .addSubcommand(new FrontierCommand(reader))
        .addSubcommand(new WhatIfCommand(reader))
        .addSubcommand(new SuggestCommand(reader));
  }

  /** Runs {@code answer}; a bad question becomes a fault of the command line. */
  static int answer(CommandSpec spec, Callable<Integer> answer) throws Exception {
    try {
      return answer.call();
    } catch (BadQuestionException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  static int print(CommandSpec spec, List<String> lines) {
    lines.forEach(line -> spec.commandLine().getOut().println(line));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
