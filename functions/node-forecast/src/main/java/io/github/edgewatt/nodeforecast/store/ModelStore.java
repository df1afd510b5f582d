package io.github.edgewatt.nodeforecast.store;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.model.file.ModelFile;
import io.github.edgewatt.nodeforecast.store.FileState.Status;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps the models of a file or folder.
 *
 * <p>A file whose time, size and identity stand as they were is not read. Any other is read whole,
 * its checksum verified, and only then takes the place of the model before it; where it is refused
 * the model before it stays. A file that changed within the last {@link #SETTLED} is read once more
 * later: two writes within one tick of the file system's clock look like one. A model whose file is
 * gone stays too, until the process ends or its place is needed.
 */
public final class ModelStore {
  static final Duration SETTLED = Duration.ofSeconds(2);

  private final ModelFiles files;
  private final Clock clock;
  private final Bounds bounds;
  private final ReloadLog log;
  private final TreeMap<String, Kept> kept = new TreeMap<>();
  private volatile Snapshot snapshot;

  /**
   * How much is taken on.
   *
   * @param mostModels models loaded at once; files beyond are refused
   * @param mostRows rows in a request
   */
  public record Bounds(int mostModels, int mostRows) {}

  /** Where reloads are told, a line for each change. */
  public interface ReloadLog {
    /** A model was taken up. */
    void serving(String line);

    /** A file was refused or is gone. */
    void refused(String line);
  }

  /**
   * What is known of a file.
   *
   * @param since when it was first seen as it is
   * @param settled whether it need not be read again as long as it looks the same
   */
  private record Kept(FileState state, Fingerprint seen, Instant since, boolean settled) {}

  /**
   * @param root a model's file, or a folder of such; need not be there yet
   */
  public ModelStore(Path root, Clock clock, Bounds bounds, ReloadLog log) {
    this.files = new ModelFiles(root);
    this.clock = clock;
    this.bounds = bounds;
    this.log = log;
    this.snapshot = new Snapshot(List.of(), root.toString());
  }

  /** What can be asked now. Never blocks. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** Looks at the files and takes up what changed. */
  public synchronized void refresh() {
    Map<String, Path> there = files.now();
    for (String name : List.copyOf(kept.keySet())) {
      if (!there.containsKey(name)) {
        gone(name);
      }
    }
    there.forEach(this::look);
    List<FileState> states = kept.values().stream().map(Kept::state).toList();
    if (!states.equals(List.copyOf(snapshot.files().values()))) {
      snapshot = new Snapshot(states, files.root().toString());
    }
  }

  private void gone(String name) {
    Kept before = kept.get(name);
    if (before.state().loaded().isEmpty()) {
      kept.remove(name);
    } else if (before.state().status() != Status.REMOVED) {
      Path file = before.state().file();
      FileState state =
          new FileState(
              name,
              file,
              Status.REMOVED,
              Optional.of(file + " is gone"),
              clock.instant(),
              before.state().loaded());
      kept.put(name, new Kept(state, before.seen(), before.since(), false));
      log.refused("model " + name + ": " + file + " is gone; its model is still served");
    }
  }

  private void look(String name, Path file) {
    Kept before = kept.get(name);
    Optional<Fingerprint> found = Fingerprint.of(file);
    if (found.isEmpty()) {
      if (before != null) {
        gone(name);
      }
      return;
    }
    Fingerprint seen = found.get();
    boolean same =
        before != null
            && before.state().status() != Status.REMOVED
            && before.state().file().equals(file)
            && before.seen().equals(seen);
    if (same && before.settled()) {
      return;
    }
    Instant now = clock.instant();
    Instant since = same ? before.since() : now;
    // By the file's own time, or where that lies in the future by ours.
    Instant changed = seen.modified().isBefore(since) ? seen.modified() : since;
    boolean settled = !changed.plus(SETTLED).isAfter(now);
    Optional<FileState> earlier = Optional.ofNullable(before).map(Kept::state);
    kept.put(name, new Kept(read(name, file, earlier, now), seen, since, settled));
  }

  private FileState read(String name, Path file, Optional<FileState> before, Instant now) {
    Optional<LoadedModel> loaded = before.flatMap(FileState::loaded);
    try {
      ModelFile.Verified read = ModelFile.readVerified(file);
      if (loaded.isEmpty() || !loaded.get().sha256().equals(read.sha256())) {
        makeRoom(name);
        loaded = Optional.of(LoadedModel.of(name, read, now, bounds.mostRows()));
        log.serving(
            "model " + name + ": serving " + file + ", sha256 " + read.sha256().substring(0, 12));
      }
      if (before.isPresent() && before.get().loaded().equals(loaded)) {
        if (before.get().status() == Status.SERVING) {
          return before.get();
        }
        log.serving("model " + name + ": " + file + " is whole again, with the content served");
      }
      return new FileState(name, file, Status.SERVING, Optional.empty(), now, loaded);
    } catch (DatasetException e) {
      return refused(name, file, before, now, e.getMessage());
    } catch (RuntimeException e) {
      return refused(name, file, before, now, file + " cannot be used: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      return refused(name, file, before, now, file + " takes more memory than there is");
    }
  }

  /** Drops a model whose file is gone where all places are taken; refuses where none is. */
  private void makeRoom(String name) {
    List<FileState> others =
        kept.values().stream()
            .map(Kept::state)
            .filter(state -> state.loaded().isPresent() && !state.name().equals(name))
            .toList();
    if (others.size() < bounds.mostModels()) {
      return;
    }
    FileState removed =
        others.stream()
            .filter(state -> state.status() == Status.REMOVED)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "there are " + bounds.mostModels() + " models already"));
    kept.remove(removed.name());
  }

  private FileState refused(
      String name, Path file, Optional<FileState> before, Instant now, String why) {
    Optional<String> problem = Optional.of(why);
    if (before.isPresent() && before.get().problem().equals(problem)) {
      return before.get();
    }
    Optional<LoadedModel> loaded = before.flatMap(FileState::loaded);
    log.refused(
        "model "
            + name
            + " is refused: "
            + why
            + loaded
                .map(old -> "; still serving the one with sha256 " + old.sha256().substring(0, 12))
                .orElse(""));
    return new FileState(name, file, Status.REFUSED, problem, now, loaded);
  }
}
