package io.github.edgewatt.profiler.experiment.stage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The end of a log, for messages and for lines a program is waited for to say. */
public final class LogTail {
  private static final int MOST_BYTES = 64 << 10;
  private static final int MOST_SHOWN = 240;

  private LogTail() {}

  /** The last line that says something, shortened; empty where there is none. */
  public static String lastLine(Path log) {
    String last = "";
    for (String line : text(log).split("\\R|\r", -1)) {
      String words = line.replaceAll("\u001b\\[[0-9;]*[A-Za-z]", "").replaceAll("\\p{Cntrl}", " ");
      last = words.isBlank() ? last : words.strip();
    }
    last = last.startsWith("edgewatt: ") ? last.substring("edgewatt: ".length()) : last;
    return last.length() > MOST_SHOWN ? last.substring(0, MOST_SHOWN - 1) + "…" : last;
  }

  /** The last 64 KiB; empty where there is no such file. */
  public static String text(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      int length = (int) Math.min(MOST_BYTES, file.length());
      byte[] bytes = new byte[length];
      file.seek(file.length() - length);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
