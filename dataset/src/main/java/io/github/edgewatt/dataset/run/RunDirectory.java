package io.github.edgewatt.dataset.run;

import io.github.edgewatt.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One run's folder, open for writing. The journal is the truth: {@link #append} returns when the
 * event is on the disk, and the tables follow it. Not thread-safe; a lock keeps other processes
 * out.
 */
public final class RunDirectory implements AutoCloseable {
  private final Path path;
  private final RunLock lock;
  private final Journal journal;
  private final Tables tables;
  private final List<JournalEntry> entries;
  private final Set<String> ids = new HashSet<>();
  private final List<String> repairs;
  private RunManifest manifest;
  private DatasetException failure;

  private RunDirectory(
      Path path,
      RunManifest manifest,
      RunLock lock,
      Journal journal,
      List<JournalEntry> entries,
      List<String> repairs) {
    this.path = path;
    this.manifest = manifest;
    this.lock = lock;
    this.journal = journal;
    this.tables = new Tables(path, new Projection(manifest));
    this.entries = entries;
    this.repairs = repairs;
    entries.forEach(this::remember);
  }

  /**
   * Makes {@code outputRoot/<run id>} and points {@code outputRoot/latest} to it.
   *
   * @throws DatasetException when the folder cannot be written, or holds something already, or
   *     {@code outputRoot} is itself the folder of a run
   */
  public static RunDirectory create(Path outputRoot, RunManifest manifest) throws DatasetException {
    Path path = outputRoot.resolve(manifest.runId());
    if (Files.exists(outputRoot.resolve(ManifestFile.NAME))) {
      throw new DatasetException(
          outputRoot + " is the folder of a run: choose another output folder, or --resume it");
    }
    try {
      Files.createDirectories(path);
      if (!isEmpty(path)) {
        throw new DatasetException(
            path + " is not empty: choose another output folder, or --resume the run in it");
      }
    } catch (IOException e) {
      throw DatasetException.of("cannot write to output folder", path, e);
    }
    RunLock lock = RunLock.take(path);
    try {
      ManifestFile.write(path, manifest);
      Journal journal = Journal.open(path.resolve(Journal.NAME));
      AtomicFiles.syncFolder(path);
      List<String> repairs = new ArrayList<>();
      pointLatest(outputRoot, manifest.runId(), repairs);
      return new RunDirectory(path, manifest, lock, journal, new ArrayList<>(), repairs);
    } catch (DatasetException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Opens a run to go on with it: cuts a torn end off the journal and rebuilds every table that
   * differs from it; {@link #repairs} tells what was mended.
   *
   * @param dir the run's folder, or {@code latest}
   * @throws DatasetException when it is not a run's folder, is in use, or is damaged in a way no
   *     kill explains
   */
  public static RunDirectory resume(Path dir) throws DatasetException {
    Path path = locate(dir);
    RunManifest manifest = ManifestFile.read(path);
    RunLock lock = RunLock.take(path);
    try {
      List<String> repairs = new ArrayList<>();
      Path file = path.resolve(Journal.NAME);
      Tables tables = new Tables(path, new Projection(manifest));
      // Without journal: killed between run.json and the journal, unless rows were written already.
      if (!Files.exists(file) && !tables.present().isEmpty()) {
        throw new DatasetException(path + " has lost its " + Journal.NAME + ": restore it");
      }
      List<JournalEntry> entries =
          Files.exists(file) ? Journal.recover(file, repairs) : new ArrayList<>();
      tables.mend(entries, repairs);
      return new RunDirectory(path, manifest, lock, Journal.open(file), entries, repairs);
    } catch (IllegalArgumentException e) {
      lock.close();
      throw new DatasetException(
          path.resolve(Journal.NAME) + " does not fit run.json: " + e.getMessage(), e);
    } catch (DatasetException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Follows {@code latest} where it is a text file for want of links; else the path itself. */
  public static Path locate(Path dir) throws DatasetException {
    try {
      return LatestLink.follow(dir);
    } catch (IOException e) {
      throw DatasetException.of("cannot read", dir, e);
    }
  }

  /** Reads a run's events without opening it for writing; a torn end is passed over, not cut. */
  public static List<JournalEntry> read(Path dir) throws DatasetException {
    return Journal.read(locate(dir).resolve(Journal.NAME));
  }

  public Path path() {
    return path;
  }

  public RunManifest manifest() {
    return manifest;
  }

  /** All events so far, oldest first; a copy. */
  public List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  /** What {@link #resume} mended, one line each; empty where all was in order. */
  public List<String> repairs() {
    return List.copyOf(repairs);
  }

  /** Appends one event; see {@link #appendAll}. */
  public void append(JournalEntry entry) throws DatasetException {
    appendAll(List.of(entry));
  }

  /**
   * Appends events: first to the journal, synced, then to the tables. One sync for all, so a grid's
   * thousands of skipped configurations cost little.
   *
   * @throws DatasetException when the disk is full or a file cannot be written: files are left
   *     readable without half lines, and every later call fails alike; {@link #resume} mends
   * @throws IllegalArgumentException when a measurement's id stands in the run already, or its
   *     functions are not in the plan; nothing is written
   */
  public void appendAll(List<? extends JournalEntry> events) throws DatasetException {
    if (failure != null) {
      throw new DatasetException(failure.getMessage(), failure);
    }
    List<JournalEntry> batch = List.copyOf(events);
    check(batch);
    try {
      journal.append(batch);
      batch.forEach(this::remember);
      entries.addAll(batch);
      tables.append(batch);
    } catch (DatasetException e) {
      failure = e;
      throw e;
    }
  }

  /**
   * Replaces {@code run.json} as a whole: run id, start, and the plan but its budget have to stay.
   */
  public void updateManifest(RunManifest changed) throws DatasetException {
    if (!changed.runId().equals(manifest.runId())
        || !changed.plan().equals(manifest.plan().withBudget(changed.plan().budget()))
        || !changed.startedAt().equals(manifest.startedAt())) {
      throw new IllegalArgumentException("a run keeps its id, plan and start");
    }
    ManifestFile.write(path, changed);
    manifest = changed;
  }

  @Override
  public void close() throws DatasetException {
    try {
      journal.close();
    } finally {
      lock.close();
    }
  }

  private void check(List<JournalEntry> batch) {
    Projection projection = new Projection(manifest);
    Set<String> fresh = new HashSet<>();
    for (JournalEntry entry : batch) {
      projection.lines(entry);
      if (entry instanceof JournalEntry.Measured measured) {
        String id = measured.row().id();
        if (ids.contains(id) || !fresh.add(id)) {
          throw new IllegalArgumentException("measurement " + id + " stands in the run already");
        }
      }
    }
  }

  private void remember(JournalEntry entry) {
    if (entry instanceof JournalEntry.Measured measured) {
      ids.add(measured.row().id());
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }

  private static void pointLatest(Path outputRoot, String runId, List<String> repairs) {
    try {
      LatestLink.point(outputRoot, runId);
    } catch (IOException e) {
      // A convenience: the run itself does not need it.
      repairs.add(
          DatasetException.of("cannot set", outputRoot.resolve(LatestLink.NAME), e).getMessage());
    }
  }
}
