package io.github.edgewatt.profiler.platform.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A process's output, kept in a file up to a limit and read to its end beyond it, so that a chatty
 * function neither fills the disk nor blocks on a full pipe. The last line is always known.
 */
final class OutputLog implements Runnable {
  private static final int BUFFER = 8192;
  private static final int LINE_LIMIT = 400;

  private final InputStream output;
  private final Path file;
  private final long limitBytes;
  private final StringBuilder line = new StringBuilder();
  private volatile String lastLine = "";
  private volatile boolean addressInUse;

  OutputLog(InputStream output, Path file, long limitBytes) {
    this.output = output;
    this.file = file;
    this.limitBytes = limitBytes;
  }

  /** The last line that is not blank, without control characters, at most 400 characters. */
  String lastLine() {
    return lastLine;
  }

  /** Whether the process said that its port was taken. */
  boolean addressInUse() {
    return addressInUse;
  }

  @Override
  public void run() {
    try (InputStream in = output) {
      if (!keep(in)) {
        // The disk is full or the folder gone. A function's output is no measurement, so the run
        // goes on without it; but somebody must read on, or the function blocks on a full pipe.
        drain(in);
      }
    } catch (IOException e) {
      // The pipe breaks when the process is killed: the output's end like any other.
      endLine();
    }
    endLine();
  }

  /** Whether the file took it all. */
  private boolean keep(InputStream in) {
    byte[] buffer = new byte[BUFFER];
    // Appended to, so that a function's last words are still there after it was started again.
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      long written = Files.size(file);
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        note(buffer, read);
        int room = (int) Math.min(read, limitBytes - written);
        if (room > 0) {
          out.write(buffer, 0, room);
          written += room;
          if (written == limitBytes) {
            out.write("\n(output beyond here is not kept)\n".getBytes(StandardCharsets.UTF_8));
          }
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void drain(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      note(buffer, read);
    }
  }

  private void note(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      char c = (char) (bytes[i] & 0xff);
      if (c == '\n' || c == '\r') {
        endLine();
      } else if (line.length() < LINE_LIMIT && c >= ' ' && c != 0x7f) {
        line.append(c);
      }
    }
  }

  private void endLine() {
    if (!line.toString().isBlank()) {
      byte[] latin = line.toString().strip().getBytes(StandardCharsets.ISO_8859_1);
      lastLine = new String(latin, StandardCharsets.UTF_8);
      addressInUse |= tellsOfTakenPort(lastLine);
    }
    line.setLength(0);
  }

  private static boolean tellsOfTakenPort(String text) {
    return text.contains("BindException")
        || text.contains("Address already in use")
        || text.contains("Port already bound")
        || text.contains("port is already in use");
  }
}
