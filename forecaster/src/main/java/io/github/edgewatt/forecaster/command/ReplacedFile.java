package io.github.edgewatt.forecaster.command;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file written line by line that appears as a whole or not at all: what is too long to be held at
 * once goes to a file beside it, which is renamed at the end.
 */
final class ReplacedFile implements Closeable {
  private final Path file;
  private final Path temporary;
  private final FileChannel channel;
  private final Writer writer;

  ReplacedFile(Path file) throws IOException {
    this.file = file.toAbsolutePath();
    this.temporary = this.file.resolveSibling("." + file.getFileName() + ".tmp");
    this.channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    this.writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), 1 << 16);
  }

  void writeLine(String line) throws IOException {
    writer.write(line);
    writer.write('\n');
  }

  /** Puts all lines in the file's place. */
  void commit() throws IOException {
    writer.flush();
    channel.force(true);
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Without {@link #commit}, all is as before. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(temporary);
  }
}
