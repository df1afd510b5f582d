package io.github.edgewatt.forecaster.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.model.Forecaster;
import io.github.edgewatt.forecaster.question.FakeForecaster;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Runs the question commands on a fake model in a folder, and keeps what they print. */
final class AskedModel {
  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  Forecaster model = FakeForecaster.rising();
  private final Path folder;

  /** A folder with a model's file; a file {@code broken} beside it makes it unreadable. */
  AskedModel(Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("model.json"), "{}");
  }

  @CommandLine.Command(name = "forecaster")
  private static final class Root {}

  int run(String command, String... words) {
    List<String> all = new ArrayList<>(List.of(command, "--model", file("model.json")));
    all.addAll(List.of(words));
    return execute(all);
  }

  int execute(List<String> words) {
    CommandLine commands = QuestionCommands.addTo(new CommandLine(new Root()), this::read);
    CommandLine line = new CommandLine(commands.getCommandSpec());
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    line.setParameterExceptionHandler((e, arguments) -> fail(e, 2));
    line.setExecutionExceptionHandler((e, command, parsed) -> fail(e, 1));
    return line.execute(words.toArray(String[]::new));
  }

  private Forecaster read(Path file) throws DatasetException {
    if (Files.exists(folder.resolve("broken"))) {
      throw new DatasetException(file + ": not a model");
    }
    return model;
  }

  private int fail(Exception e, int status) {
    err.write(e.getMessage());
    return status;
  }

  String file(String name) {
    return folder.resolve(name).toString();
  }

  void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.toString());
  }
}
