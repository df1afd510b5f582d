package io.github.edgewatt.nodeforecast.store;

import io.github.edgewatt.nodeforecast.protocol.Refused;
import io.github.edgewatt.nodeforecast.tensor.Servable;
import io.github.edgewatt.nodeforecast.tensor.Shelf;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All files and what can be asked at one moment. Immutable: a request sees one moment only. */
public final class Snapshot implements Shelf {
  private final Map<String, FileState> files;
  private final TreeMap<String, Servable> servables = new TreeMap<>();
  private final String nothingLoaded;

  Snapshot(Collection<FileState> states, String root) {
    TreeMap<String, FileState> byName = new TreeMap<>();
    states.forEach(state -> byName.put(state.name(), state));
    files = Collections.unmodifiableMap(byName);
    for (FileState state : files.values()) {
      state.loaded().ifPresent(model -> servables.put(model.name(), model.servables().get(0)));
    }
    for (FileState state : files.values()) {
      // A file called a-power comes before what is derived of a.
      state
          .loaded()
          .ifPresent(model -> model.servables().forEach(s -> servables.putIfAbsent(s.name(), s)));
    }
    nothingLoaded =
        files.values().stream()
            .flatMap(state -> state.problem().stream())
            .findFirst()
            .map(problem -> "no model is loaded: " + problem)
            .orElse("no model is loaded: there is none in " + root);
  }

  /** The files, by the names of their models. */
  public Map<String, FileState> files() {
    return files;
  }

  @Override
  public Servable servable(String name) {
    Servable servable = servables.get(name);
    if (servable != null) {
      return servable;
    }
    throw missing(name);
  }

  @Override
  public List<String> names() {
    return List.copyOf(servables.keySet());
  }

  /** Why nothing can be asked; empty where something can. */
  public Optional<String> missing() {
    return ready() ? Optional.empty() : Optional.of(nothingLoaded);
  }

  /**
   * The trained model called {@code name}.
   *
   * @param name empty for the only one there is
   * @throws Refused 404 where there is none such, 400 where several are and none is named, 503
   *     where none is loaded
   */
  public LoadedModel model(String name) {
    if (!name.isEmpty()) {
      FileState state = files.get(name);
      return Optional.ofNullable(state).flatMap(FileState::loaded).orElseThrow(() -> missing(name));
    }
    List<LoadedModel> loaded =
        files.values().stream().flatMap(state -> state.loaded().stream()).toList();
    if (loaded.size() > 1) {
      throw Refused.bad(
          "several models are loaded: name one of "
              + String.join(", ", loaded.stream().map(LoadedModel::name).toList()));
    }
    return loaded.stream().findFirst().orElseThrow(() -> new Refused(503, nothingLoaded));
  }

  private Refused missing(String name) {
    FileState state = files.get(name);
    if (state != null && state.problem().isPresent()) {
      return new Refused(503, "model " + name + " is not loaded: " + state.problem().get());
    }
    if (!ready()) {
      return new Refused(503, nothingLoaded);
    }
    String shown = name.length() > 100 ? name.substring(0, 100) + "…" : name;
    return new Refused(404, "no model " + shown + "; there are " + String.join(", ", names()));
  }
}
