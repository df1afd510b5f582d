package io.github.edgewatt.forecaster.command;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.model.Forecaster;
import io.github.edgewatt.forecaster.question.BadQuestionException;
import io.github.edgewatt.forecaster.question.CheckedForecaster;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --model M}: the one place that opens a model to ask it. */
final class OpenModel {
  /** Reads a model's file. */
  interface Reader {
    Forecaster read(Path file) throws DatasetException;
  }

  private final Reader reader;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "M",
      description = "what train wrote: model.json")
  private Path file;

  OpenModel(Reader reader) {
    this.reader = reader;
  }

  CheckedForecaster open() throws DatasetException {
    if (!Files.isRegularFile(file)) {
      throw new BadQuestionException(missing(file));
    }
    return new CheckedForecaster(reader.read(file));
  }

  /** What to tell where {@code file} is none. */
  static String missing(Path file) {
    return "no model file " + file + ": bin/forecaster train DATA -o model.json writes one";
  }
}
