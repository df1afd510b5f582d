package io.github.edgewatt.profiler.platform.local;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One run a machine and user at a time: two would measure each other. The kernel drops the lock
 * when its owner dies, however it dies, so a lock left behind is never in the way; the owner's pid
 * and run stand in the file for whoever finds it held.
 */
public final class RunLock implements AutoCloseable {
  private static final int OWNER_LIMIT = 300;

  /**
   * Locks of this JVM and their owners. POSIX drops a process's locks on a file when it closes
   * <em>any</em> descriptor of it, so a second attempt from within must not even open the file.
   */
  private static final Map<Path, String> HELD = new ConcurrentHashMap<>();

  private final Path file;
  private final FileChannel channel;
  private final String previous;

  private RunLock(Path file, FileChannel channel, String previous) {
    this.file = file;
    this.channel = channel;
    this.previous = previous;
  }

  /**
   * Takes the lock.
   *
   * @param stateFolder see {@link io.github.edgewatt.dataset.run.UserFolder#cache}; created when
   *     absent
   * @param runId this run, for whoever is refused
   * @throws PlatformException naming the owner when it is held, or why it cannot be taken
   */
  public static RunLock acquire(Path stateFolder, String runId) throws PlatformException {
    String owner = "pid " + ProcessHandle.current().pid() + ", run " + RunIds.check(runId);
    StateFolder.create(stateFolder);
    Path file = stateFolder.toAbsolutePath().normalize().resolve("run.lock");
    String mine = HELD.putIfAbsent(file, owner);
    if (mine != null) {
      throw held(mine);
    }
    boolean taken = false;
    try {
      RunLock lock = take(file, open(file), owner);
      taken = true;
      return lock;
    } catch (IOException e) {
      throw new PlatformException(
          "cannot take the run lock %s: %s".formatted(file, StateFolder.why(e)), e);
    } finally {
      if (!taken) {
        HELD.remove(file);
      }
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS));
  }

  private static RunLock take(Path file, FileChannel channel, String owner)
      throws IOException, PlatformException {
    boolean taken = false;
    try {
      String found = read(channel);
      if (channel.tryLock() == null) {
        throw held(found.isEmpty() ? "its lock is " + file : found);
      }
      write(channel, owner);
      taken = true;
      return new RunLock(file, channel, found);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  private static PlatformException held(String owner) {
    return new PlatformException(
        "another run measures on this machine (%s); wait for its end or end it, then start again"
            .formatted(owner));
  }

  /** The owner that died without giving the lock back: {@code "pid 12, run x"}. */
  public Optional<String> staleOwner() {
    return previous.isEmpty() ? Optional.empty() : Optional.of(previous);
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

  /** Gives the lock back; the file stays, because removing it would race with the next owner. */
  @Override
  public void close() {
    if (channel.isOpen()) {
      try (channel) {
        channel.truncate(0);
      } catch (IOException e) {
        // The next owner reads a stale name, which costs it one line on the screen.
      }
      HELD.remove(file);
    }
  }
}
