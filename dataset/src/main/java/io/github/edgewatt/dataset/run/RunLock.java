package io.github.edgewatt.dataset.run;

import io.github.edgewatt.dataset.DatasetException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second writer out of a run's folder. The system gives the lock back when its owner dies,
 * however it dies. A file of its own, because closing any other handle of a locked file would
 * release it.
 */
final class RunLock implements AutoCloseable {
  static final String NAME = ".lock";

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  static RunLock take(Path folder) throws DatasetException {
    Path file = folder.resolve(NAME);
    FileChannel channel = null;
    FileLock lock = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    } catch (IOException e) {
      closeQuietly(channel);
      throw DatasetException.of("cannot lock", file, e);
    }
    if (lock == null) {
      closeQuietly(channel);
      throw new DatasetException(folder + " is in use by another run: wait for it or end it");
    }
    return new RunLock(channel);
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // Nothing was written through it.
      return;
    }
  }
}
