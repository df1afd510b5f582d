package io.github.edgewatt.dataset.run;

import io.github.edgewatt.dataset.DatasetException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The CSV files of a run, kept equal to what its journal says. */
final class Tables {
  private final Path folder;
  private final Projection projection;

  Tables(Path folder, Projection projection) {
    this.folder = folder;
    this.projection = projection;
  }

  /** Appends the events' lines, one write a file, so that the system has them on return. */
  void append(List<JournalEntry> entries) throws DatasetException {
    for (Map.Entry<String, Content> table : contents(entries).entrySet()) {
      Path file = folder.resolve(table.getKey());
      try {
        append(file, table.getValue());
      } catch (IOException e) {
        throw DatasetException.of("cannot append to", file, e);
      }
    }
  }

  private static void append(Path file, Content content) throws IOException, DatasetException {
    Files.createDirectories(file.getParent());
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        AppendFile out = new AppendFile(channel)) {
      if (channel.size() == 0) {
        out.append(content.all(), false);
        return;
      }
      if (!startsWith(channel, content.header) || !endsWithLine(channel)) {
        throw new DatasetException(
            file + " was changed by another program: resume the run to mend it, nothing is lost");
      }
      out.append(content.lines.toByteArray(), false);
    }
  }

  private static boolean startsWith(FileChannel channel, byte[] header) throws IOException {
    return Arrays.equals(read(channel, 0, header.length), header);
  }

  private static boolean endsWithLine(FileChannel channel) throws IOException {
    return read(channel, channel.size() - 1, 1)[0] == '\n';
  }

  private static byte[] read(FileChannel channel, long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        break;
      }
    }
    return buffer.array();
  }

  /**
   * Rebuilds every table that does not hold exactly the events' lines, and puts aside tables
   * without any.
   */
  void mend(List<JournalEntry> entries, List<String> repairs) throws DatasetException {
    Map<String, Content> contents = contents(entries);
    for (String name : present()) {
      if (!contents.containsKey(name)) {
        putAside(name, repairs);
      }
    }
    for (Map.Entry<String, Content> table : contents.entrySet()) {
      Path file = folder.resolve(table.getKey());
      byte[] wanted = table.getValue().all();
      try {
        byte[] found = Files.exists(file) ? Files.readAllBytes(file) : null;
        if (Arrays.equals(found, wanted)) {
          continue;
        }
        Files.createDirectories(file.getParent());
        AtomicFiles.replace(file, wanted);
        repairs.add(
            table.getKey()
                + (found == null ? ": was missing" : ": differed from the journal")
                + ", rebuilt");
      } catch (IOException e) {
        throw DatasetException.of("cannot rebuild", file, e);
      }
    }
  }

  /** Names of the tables in the folder, relative to it, sorted. */
  List<String> present() throws DatasetException {
    List<String> names = new ArrayList<>();
    for (Path parent : List.of(folder, folder.resolve(Projection.SOLO))) {
      if (Files.isDirectory(parent)) {
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(parent, "*.csv")) {
          tables.forEach(
              table -> names.add(folder.relativize(table).toString().replace('\\', '/')));
        } catch (IOException | DirectoryIteratorException e) {
          throw new DatasetException("cannot list " + parent + ": " + e.getMessage(), e);
        }
      }
    }
    names.removeIf(name -> !projection.owns(name));
    Collections.sort(names);
    return names;
  }

  private void putAside(String name, List<String> repairs) throws DatasetException {
    Path file = folder.resolve(name);
    Path aside = file.resolveSibling(file.getFileName() + ".orphaned");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      repairs.add(name + ": the journal knows none of its rows, renamed to " + aside.getFileName());
    } catch (IOException e) {
      throw DatasetException.of("cannot rename", file, e);
    }
  }

  private Map<String, Content> contents(List<JournalEntry> entries) {
    Map<String, Content> contents = new LinkedHashMap<>();
    for (JournalEntry entry : entries) {
      for (TableLine line : projection.lines(entry)) {
        contents
            .computeIfAbsent(line.file(), file -> new Content(line.header()))
            .lines
            .writeBytes((line.line() + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    return contents;
  }

  /** A table's header and some of its lines, as bytes. */
  private static final class Content {
    final byte[] header;
    final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    Content(String header) {
      this.header = (header + "\n").getBytes(StandardCharsets.UTF_8);
    }

    byte[] all() {
      byte[] all = Arrays.copyOf(header, header.length + lines.size());
      System.arraycopy(lines.toByteArray(), 0, all, header.length, lines.size());
      return all;
    }
  }
}
