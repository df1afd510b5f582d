package io.github.edgewatt.profiler.kafka.track.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Completes what killed runs left: cuts a row that was half written and gives tables their names.
 */
public final class Recovery {
  private static final Pattern PART = Pattern.compile("\\.(\\d{1,9})\\.csv\\.part");
  private static final Pattern RUN = Pattern.compile("\\d{1,18}_.+");

  private final List<Path> tables = new ArrayList<>();
  private final Map<Integer, Long> next = new TreeMap<>();
  private final List<Path> marks = new ArrayList<>();

  private Recovery() {}

  /**
   * Looks at all runs below {@code output}, except those that still go on.
   *
   * @param topic the id of the topic results are read from; positions in others say nothing
   */
  public static Recovered of(Path output, byte[] topic) throws IOException {
    Recovery recovery = new Recovery();
    if (Files.isDirectory(output)) {
      try (DirectoryStream<Path> runs = Files.newDirectoryStream(output, Files::isDirectory)) {
        for (Path run : runs) {
          if (RUN.matcher(run.getFileName().toString()).matches() && isUnfinished(run)) {
            recovery.recover(run, topic);
          }
        }
      }
    }
    return new Recovered(recovery.tables, recovery.next, recovery.marks);
  }

  /** Removes the positions of killed runs. */
  public static void forget(Recovered recovered) throws IOException {
    for (Path mark : recovered.marks()) {
      Files.deleteIfExists(mark);
    }
  }

  private static boolean isUnfinished(Path run) throws IOException {
    return Files.exists(run.resolve(Positions.NAME)) || !parts(run).isEmpty();
  }

  private void recover(Path run, byte[] topic) throws IOException {
    Optional<RunFolder> free = RunFolder.open(run);
    if (free.isEmpty()) {
      return;
    }
    try (RunFolder folder = free.get()) {
      for (Path part : parts(folder.path())) {
        complete(part);
      }
      for (Positions.Slot slot : Positions.read(run, topic)) {
        Path table = run.resolve(slot.file() + ".csv");
        boolean written = Files.exists(table) && Files.size(table) >= slot.end();
        next.merge(slot.partition(), slot.offset() + (written ? 1 : 0), Math::max);
      }
      if (Files.exists(run.resolve(Positions.NAME))) {
        marks.add(run.resolve(Positions.NAME));
      }
    }
  }

  private static List<Path> parts(Path run) throws IOException {
    List<Path> parts = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(run, ".*.csv.part")) {
      files.forEach(parts::add);
    }
    return parts;
  }

  private void complete(Path part) throws IOException {
    Matcher name = PART.matcher(part.getFileName().toString());
    if (!name.matches()) {
      return;
    }
    int lines = 0;
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = 0;
      long at = 0;
      ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
      while (channel.read(buffer.clear(), at) > 0) {
        buffer.flip();
        for (int i = 0; i < buffer.limit(); i++) {
          if (buffer.get(i) == '\n') {
            end = at + i + 1;
            lines++;
          }
        }
        at += buffer.limit();
      }
      channel.truncate(end);
    }
    Path whole = free(part.resolveSibling(name.group(1) + ".csv"));
    if (lines < 2) {
      // A header and no row.
      Files.delete(part);
    } else {
      Files.move(part, whole);
      tables.add(whole);
    }
  }

  private static Path free(Path whole) throws IOException {
    if (!Files.exists(whole)) {
      return whole;
    }
    throw new IOException(
        whole + " and its unfinished twin both exist: move one of them away by hand");
  }
}
