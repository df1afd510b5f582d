package io.github.edgewatt.profiler.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the kernel wake the calling thread on time: Linux lets a sleeping thread oversleep by its
 * timer slack, 50 us unless told otherwise, to gather wake-ups. A thread may set its own through
 * {@code /proc/<thread id>/timerslack_ns} (Linux 4.6 and later); elsewhere nothing changes and the
 * pacer wakes about 50 us later.
 */
final class TimerSlack {
  private static final Path SELF = Path.of("/proc/thread-self");
  private final Path file;
  private final String before;

  private TimerSlack(Path file, String before) {
    this.file = file;
    this.before = before;
  }

  /** Shortens the calling thread's slack to 1 ns. */
  static TimerSlack shorten() {
    try {
      Path thread = Files.readSymbolicLink(SELF).getFileName();
      Path file = Path.of("/proc").resolve(thread).resolve("timerslack_ns");
      String before = Files.readString(file, StandardCharsets.US_ASCII).strip();
      Files.writeString(file, "1", StandardCharsets.US_ASCII);
      return new TimerSlack(file, before);
    } catch (IOException | UnsupportedOperationException | SecurityException e) {
      return new TimerSlack(null, "");
    }
  }

  boolean effective() {
    return file != null;
  }

  /** Gives the thread its slack back; to be called by that thread. */
  void restore() {
    if (file != null) {
      try {
        Files.writeString(file, before, StandardCharsets.US_ASCII);
      } catch (IOException e) {
        // The thread keeps punctual timers: harmless.
      }
    }
  }
}
