package io.github.edgewatt.dataset.run;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file written piece by piece that appears as a whole or not at all: what is too long to be held
 * at once goes to a file beside it, which is renamed at the end.
 */
public final class ReplacedFile implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final Path temporary;
  private final FileChannel channel;
  private final OutputStream out;

  /** Opens a file beside {@code file}; {@code file} itself stays as it is. */
  public ReplacedFile(Path file) throws IOException {
    this.file = file.toAbsolutePath();
    this.temporary = this.file.resolveSibling("." + file.getFileName() + ".tmp");
    this.channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
  }

  /** Appends {@code content}. */
  public void write(byte[] content) throws IOException {
    out.write(content);
  }

  /** Appends {@code line} and a line feed. */
  public void writeLine(String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  /** Syncs, and puts what was written in the file's place. */
  public void commit() throws IOException {
    out.flush();
    channel.force(true);
    channel.close();
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    AtomicFiles.syncFolder(file.getParent());
  }

  /** Without {@link #commit}, all is as before. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(temporary);
  }
}
