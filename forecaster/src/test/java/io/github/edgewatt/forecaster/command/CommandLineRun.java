package io.github.edgewatt.forecaster.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** One command line, run in this JVM. */
public record CommandLineRun(int status, List<String> out, List<String> err) {

  public static CommandLineRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    return new CommandLineRun(
        status, out.toString().lines().toList(), err.toString().lines().toList());
  }
}
