package io.github.edgewatt.profiler.experiment;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.profiler.experiment.journal.ExperimentHead;
import io.github.edgewatt.profiler.experiment.journal.Journal;
import io.github.edgewatt.profiler.experiment.spec.Experiment;
import io.github.edgewatt.profiler.experiment.spec.ExperimentYaml;
import io.github.edgewatt.profiler.experiment.spec.Overrides;
import io.github.edgewatt.profiler.experiment.spec.Paths;
import io.github.edgewatt.profiler.experiment.spec.SpecException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** An experiment's folder: a copy of its file, and a lock that one process holds at a time. */
public final class ExperimentFolder implements AutoCloseable {
  /** The copy's name. */
  static final String SPEC = "experiment.yaml";

  private static final String LOCK = ".lock";

  private final Path path;
  private final FileChannel lock;

  private ExperimentFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** What a file of the user's asks for. */
  public static Experiment read(Path file, Path home, Overrides overrides) throws SpecException {
    Path beside = file.toAbsolutePath().normalize().getParent();
    return ExperimentYaml.read(file, new Paths(home, beside), overrides);
  }

  /** What an experiment that was begun asks for: its own copy, with what was overridden then. */
  static Experiment read(Path folder, Path home, ExperimentHead head) throws SpecException {
    return ExperimentYaml.read(
        folder.resolve(SPEC),
        new Paths(home, Path.of(head.beside())),
        new Overrides(Optional.ofNullable(head.model()), Optional.ofNullable(head.images())));
  }

  /**
   * Makes a new one with a copy of {@code file}.
   *
   * @throws SpecException where it holds something already, or nothing can be made there
   */
  static ExperimentFolder create(Path path, Path file) throws SpecException, DatasetException {
    try {
      String[] names = path.toFile().list();
      if (Files.exists(path) && (names == null || names.length > 0)) {
        throw new SpecException(
            path + " is not an empty folder: choose a new one, or --resume the experiment in it");
      }
      make(path);
      ExperimentFolder folder = open(path);
      Files.copy(file, path.resolve(SPEC));
      return folder;
    } catch (IOException e) {
      throw DatasetException.of("cannot write to", path, e);
    }
  }

  private static void make(Path path) throws SpecException {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new SpecException(DatasetException.of("cannot write to", path, e).getMessage());
    }
    if (!Files.isWritable(path)) {
      throw new SpecException("cannot write to " + path + ": this user may not");
    }
  }

  /**
   * Opens one that was begun.
   *
   * @throws SpecException where there is none
   */
  static ExperimentFolder resume(Path path) throws SpecException, DatasetException {
    if (!Files.isRegularFile(path.resolve(Journal.NAME))
        || !Files.isRegularFile(path.resolve(SPEC))) {
      throw new SpecException(
          path + " is not the folder of an experiment: it lacks " + Journal.NAME + " or " + SPEC);
    }
    return open(path);
  }

  private static ExperimentFolder open(Path path) throws DatasetException {
    Path file = path.resolve(LOCK);
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      boolean taken = false;
      try {
        taken = channel.tryLock() != null;
      } catch (OverlappingFileLockException e) {
        taken = false;
      }
      if (!taken) {
        channel.close();
        throw new DatasetException(path + " is in use by another process: wait for it or end it");
      }
      return new ExperimentFolder(path.toAbsolutePath().normalize(), channel);
    } catch (IOException e) {
      throw DatasetException.of("cannot lock", file, e);
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      // Nothing was written through it.
      return;
    }
  }
}
