package io.github.edgewatt.profiler.kafka.feed;

import io.github.edgewatt.dataset.DatasetException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** {@code feed.csv}: a row a slice, each in the file as soon as its slice is over. */
final class FeedFile implements Closeable {
  static final String NAME = "feed.csv";
  private final Path file;
  private final FileChannel channel;

  private FeedFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Makes the file, and its folder if need be.
   *
   * @throws DatasetException where an earlier feed's stands there
   */
  static FeedFile create(Path folder) throws DatasetException {
    Path file = folder.resolve(NAME);
    try {
      Files.createDirectories(folder);
      FeedFile made =
          new FeedFile(
              file,
              FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
      made.write(SliceRow.HEADER);
      return made;
    } catch (FileAlreadyExistsException e) {
      throw new DatasetException(folder + " already holds a feed: choose another --output", e);
    } catch (IOException e) {
      throw DatasetException.of("cannot write", file, e);
    }
  }

  void append(SliceRow row) throws DatasetException {
    try {
      write(row.csv());
    } catch (IOException e) {
      throw DatasetException.of("cannot append to", file, e);
    }
  }

  private void write(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
