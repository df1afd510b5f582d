package io.github.edgewatt.dataset.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.edgewatt.dataset.DatasetException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code journal.jsonl}: one event a line, appended and synced, never changed. */
final class Journal implements AutoCloseable {
  static final String NAME = "journal.jsonl";

  private final Path file;
  private final AppendFile out;

  Journal(Path file, FileChannel channel) {
    this.file = file;
    this.out = new AppendFile(channel);
  }

  static Journal open(Path file) throws DatasetException {
    try {
      return new Journal(
          file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw DatasetException.of("cannot write", file, e);
    }
  }

  /** Appends events with one write and one sync: on return they are on the disk. */
  void append(List<JournalEntry> entries) throws DatasetException {
    StringBuilder lines = new StringBuilder();
    try {
      for (JournalEntry entry : entries) {
        lines.append(Json.MAPPER.writerFor(JournalEntry.class).writeValueAsString(entry));
        lines.append('\n');
      }
      out.append(lines.toString().getBytes(StandardCharsets.UTF_8), true);
    } catch (IOException e) {
      throw DatasetException.of("cannot append to", file, e);
    }
  }

  /** Reads all complete events without touching the file; a torn end is passed over. */
  static List<JournalEntry> read(Path file) throws DatasetException {
    return new Parsed(file, bytes(file)).entries;
  }

  /**
   * Reads all events and mends the end: a complete last event without line end gets one, anything
   * else after the last complete line is cut.
   *
   * @param repairs gets a line for what was mended
   * @throws DatasetException when a line before the last is damaged: no kill does that
   */
  static List<JournalEntry> recover(Path file, List<String> repairs) throws DatasetException {
    byte[] bytes = bytes(file);
    Parsed parsed = new Parsed(file, bytes);
    try {
      if (parsed.end < bytes.length) {
        cut(file, parsed.end);
        repairs.add(
            NAME
                + ": cut a torn last line of "
                + (bytes.length - parsed.end)
                + " bytes after "
                + parsed.entries.size()
                + " complete ones");
      } else if (parsed.end > 0 && bytes[parsed.end - 1] != '\n') {
        Files.write(file, new byte[] {'\n'}, StandardOpenOption.APPEND);
        repairs.add(NAME + ": ended the last line");
      }
    } catch (IOException e) {
      throw DatasetException.of("cannot mend", file, e);
    }
    return parsed.entries;
  }

  private static byte[] bytes(Path file) throws DatasetException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw DatasetException.of("cannot read", file, e);
    }
  }

  private static void cut(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
      channel.force(true);
    }
  }

  @Override
  public void close() throws DatasetException {
    try {
      out.close();
    } catch (IOException e) {
      throw DatasetException.of("cannot close", file, e);
    }
  }

  /** A journal's events and how far they reach. */
  private static final class Parsed {
    final List<JournalEntry> entries = new ArrayList<>();

    /** Bytes up to the end of the last complete event. */
    int end;

    private final Set<String> ids = new HashSet<>();

    Parsed(Path file, byte[] bytes) throws DatasetException {
      while (end < bytes.length) {
        int lineEnd = end;
        while (lineEnd < bytes.length && bytes[lineEnd] != '\n') {
          lineEnd++;
        }
        String where = file + " line " + (entries.size() + 1);
        try {
          String line = new String(bytes, end, lineEnd - end, StandardCharsets.UTF_8);
          entries.add(checked(OlderEntries.read(line), where));
        } catch (JsonProcessingException e) {
          if (lineEnd + 1 < bytes.length) {
            throw new DatasetException(where + " is damaged: restore it from a copy", e);
          }
          return;
        }
        end = Math.min(lineEnd + 1, bytes.length);
      }
    }

    private JournalEntry checked(JournalEntry entry, String where) throws DatasetException {
      if (entry instanceof JournalEntry.Measured measured && !ids.add(measured.row().id())) {
        throw new DatasetException(
            where + " repeats measurement " + measured.row().id() + ": remove one of the two");
      }
      return entry;
    }
  }
}
