package io.github.edgewatt.profiler.command;

import io.github.edgewatt.profiler.TestRuns;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** One command line, run in this JVM. */
record CommandLineRun(int status, List<String> out, List<String> err) {

  static CommandLineRun of(String... arguments) {
    System.setProperty("edgewatt.home", TestRuns.home().toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    return new CommandLineRun(
        status, out.toString().lines().toList(), err.toString().lines().toList());
  }
}
