package io.github.edgewatt.profiler.platform.local;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * One run a machine and user at a time: two would measure each other. The kernel drops the lock
 * when its owner dies, however it dies, so a lock left behind is never in the way; the owner's pid
 * and run stand in the file for whoever finds it held.
 */
public final class RunLock implements AutoCloseable {
  private static final int OWNER_LIMIT = 300;

  private final FileChannel channel;
  private final String previous;

  private RunLock(FileChannel channel, String previous) {
    this.channel = channel;
    this.previous = previous;
  }

  /**
   * Takes the lock.
   *
   * @param stateFolder see {@link StateFolder#ofUser}; created when absent
   * @param runId this run, for whoever is refused
   * @throws PlatformException naming the owner when it is held, or why it cannot be taken
   */
  public static RunLock acquire(Path stateFolder, String runId) throws PlatformException {
    RunIds.check(runId);
    StateFolder.create(stateFolder);
    Path file = stateFolder.resolve("run.lock");
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file,
              Set.of(
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE,
                  LinkOption.NOFOLLOW_LINKS));
      String owner = read(channel);
      if (!lock(channel)) {
        channel.close();
        throw new PlatformException(
            "another run measures on this machine (%s); wait for its end or end it, then start again"
                .formatted(owner.isEmpty() ? "its lock is " + file : owner));
      }
      write(channel, "pid " + ProcessHandle.current().pid() + ", run " + runId);
      return new RunLock(channel, owner);
    } catch (IOException e) {
      closeQuietly(channel);
      throw new PlatformException(
          "cannot take the run lock %s: %s".formatted(file, StateFolder.why(e)), e);
    }
  }

  /** The owner that died without giving the lock back: {@code "pid 12, run x"}. */
  public Optional<String> staleOwner() {
    return previous.isEmpty() ? Optional.empty() : Optional.of(previous);
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(OWNER_LIMIT);
    channel.read(buffer, 0);
    String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    return text.replaceAll("\\p{Cntrl}", " ").strip();
  }

  private static void write(FileChannel channel, String owner) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((owner + "\n").getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static void closeQuietly(FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // Nothing was locked or written through it.
      }
    }
  }

  /** Gives the lock back; the file stays, because removing it would race with the next owner. */
  @Override
  public void close() {
    if (channel.isOpen()) {
      try {
        channel.truncate(0);
      } catch (IOException e) {
        // The next owner reads a stale name, which costs it one line on the screen.
      }
      closeQuietly(channel);
    }
  }
}
