package io.github.edgewatt.profiler.kafka.track.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A run's folder, {@code <unix seconds>_<model>}, and the lock that tells a running one from one
 * whose owner was killed: the system gives it back however its owner ends.
 */
public final class RunFolder implements AutoCloseable {
  private static final String LOCK = ".lock";
  private static final int MOST_TRIES = 1_000;
  private static final int MOST_NAME = 80;

  private final Path path;
  private final FileChannel lock;

  private RunFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Makes a folder no run had before: a taken name gets {@code -2}, {@code -3} … behind it. */
  public static RunFolder create(Path output, long unixSeconds, String model) throws IOException {
    Files.createDirectories(output);
    String name = unixSeconds + "_" + safe(model);
    for (int attempt = 1; attempt <= MOST_TRIES; attempt++) {
      Path path = output.resolve(attempt == 1 ? name : name + "-" + attempt);
      try {
        Files.createDirectory(path);
      } catch (FileAlreadyExistsException e) {
        continue;
      }
      return open(path).orElseThrow(() -> new IOException(path + " was taken at once"));
    }
    throw new IOException(output.resolve(name) + " and " + MOST_TRIES + " more exist already");
  }

  /** Opens a folder again; empty while another process has it. */
  static Optional<RunFolder> open(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock taken = null;
    try {
      taken = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      taken = null;
    }
    if (taken == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new RunFolder(path, channel));
  }

  public Path path() {
    return path;
  }

  /** Lets go of the folder; its lock file is of no more use. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path.resolve(LOCK));
    lock.close();
  }

  /** A model's name comes from outside: it must not lead out of the folder. */
  static String safe(String model) {
    String name = model.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[.]+", "_");
    name = name.length() > MOST_NAME ? name.substring(0, MOST_NAME) : name;
    return name.isEmpty() ? "unknown" : name;
  }
}
