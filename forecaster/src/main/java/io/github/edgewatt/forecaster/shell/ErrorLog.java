package io.github.edgewatt.forecaster.shell;

import io.github.edgewatt.dataset.run.UserFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps what nobody foresaw, so that the screen can stay at one line. */
final class ErrorLog {
  private ErrorLog() {}

  /** Writes the stack trace to a file of the user's cache folder; returns the line to show. */
  static String keep(Exception unforeseen) {
    StringWriter trace = new StringWriter();
    unforeseen.printStackTrace(new PrintWriter(trace));
    Path file = UserFolder.cache().resolve("last-error.log");
    String line = "unforeseen error: " + unforeseen;
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, trace.toString().getBytes(StandardCharsets.UTF_8));
      return line + "; its details are in " + file;
    } catch (IOException e) {
      return line + System.lineSeparator() + trace;
    }
  }
}
