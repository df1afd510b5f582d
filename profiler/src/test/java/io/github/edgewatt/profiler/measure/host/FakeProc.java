package io.github.edgewatt.profiler.measure.host;

import io.github.edgewatt.profiler.proc.Proc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A {@code /proc} in a folder. */
final class FakeProc {
  final Path root;

  FakeProc(Path root) {
    this.root = root;
  }

  Proc proc() {
    return new Proc(root);
  }

  void put(String path, String text) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      Files.writeString(root.resolve(path), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** CPU in ticks of 10 ms; resident pages. */
  void process(
      long pid, char state, long parent, long ownTicks, long endedTicks, long start, long pages) {
    put(
        pid + "/stat",
        "%d (f) %c %d 1 1 0 -1 0 0 0 0 0 %d 0 %d 0 20 0 1 0 %d 0 0\n"
            .formatted(pid, state, parent, ownTicks, endedTicks, start));
    put(pid + "/statm", "900 " + pages + " 3 1 0 5 0\n");
  }

  void remove(long pid) {
    try {
      for (String file : new String[] {"stat", "statm", "cgroup"}) {
        Files.deleteIfExists(root.resolve(pid + "/" + file));
      }
      Files.delete(root.resolve(Long.toString(pid)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
