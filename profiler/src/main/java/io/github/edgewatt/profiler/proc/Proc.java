package io.github.edgewatt.profiler.proc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A {@code /proc}. Processes come and go while it is read, so a process that cannot be read is
 * absent, never an error.
 *
 * @param root {@code /proc}, or a folder of the same form
 */
public record Proc(Path root) {
  private static final int FILE_LIMIT = 1 << 20;

  /** This machine's. */
  public static Proc ofThisMachine() {
    return new Proc(Path.of("/proc"));
  }

  /** Whether there is one: false on other systems than Linux. */
  public boolean exists() {
    return Files.isReadable(root.resolve("stat"));
  }

  /** The process's figures, empty when it is gone. */
  public Optional<ProcStat> stat(long pid) {
    return read(pid + "/stat").flatMap(Proc::parse);
  }

  /** When this machine was booted, whole seconds since 1970; empty where that is not told. */
  public OptionalLong bootEpochSeconds() {
    return read("stat").stream()
        .flatMap(String::lines)
        .filter(line -> line.matches("btime \\d{1,15}"))
        .mapToLong(line -> Long.parseLong(line.substring("btime ".length())))
        .findFirst();
  }

  /** The process ids there are now, in no order. */
  public List<Long> pids() {
    List<Long> pids = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, "[0-9]*")) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (name.chars().allMatch(c -> c >= '0' && c <= '9') && name.length() < 19) {
          pids.add(Long.parseLong(name));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    return pids;
  }

  /** Whether the process was started with {@code name=value} in its environment. */
  public boolean hasEnvironment(long pid, String name, String value) {
    String wanted = name + "=" + value;
    return read(pid + "/environ")
        .map(text -> List.of(text.split("\0")).contains(wanted))
        .orElse(false);
  }

  /** A file's text, at most 1 MiB of it; empty when it cannot be read. */
  public Optional<String> read(String path) {
    // Files.readString asks for the size first, which is 0 for files of /proc.
    try (InputStream in = Files.newInputStream(root.resolve(path))) {
      return Optional.of(new String(in.readNBytes(FILE_LIMIT), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<ProcStat> parse(String line) {
    try {
      return Optional.of(ProcStat.parse(line));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
