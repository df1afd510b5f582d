package io.github.edgewatt.profiler.kafka.track.file;

import io.github.edgewatt.profiler.kafka.track.result.TrackedResult;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * One file of rows: {@code .0.csv.part} while it grows, {@code 0.csv} when it is whole. Each row is
 * handed to the system at once, so that a killed process loses none.
 */
final class ResultTable implements AutoCloseable {
  private final Path part;
  private final Path whole;
  private final TableHeader header;
  private final FileChannel channel;
  private long length;
  private int rows;

  ResultTable(Path folder, int number, TableHeader header) throws IOException {
    this.part = folder.resolve("." + number + ".csv.part");
    this.whole = folder.resolve(number + ".csv");
    this.header = header;
    this.channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    append(header.line().getBytes(StandardCharsets.UTF_8));
  }

  byte[] line(TrackedResult result) {
    return header.row(rows, result).getBytes(StandardCharsets.UTF_8);
  }

  /** Appends a line made by {@link #line}. */
  void add(byte[] line) throws IOException {
    append(line);
    rows++;
  }

  private void append(byte[] bytes) throws IOException {
    try {
      Bytes.writeAt(channel, length, bytes);
    } catch (IOException e) {
      channel.truncate(length);
      throw e;
    }
    length += bytes.length;
  }

  int rows() {
    return rows;
  }

  long length() {
    return length;
  }

  /** Gives it its name, or removes it where it has no rows. */
  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    channel.force(false);
    channel.close();
    if (rows == 0) {
      Files.deleteIfExists(part);
    } else {
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
