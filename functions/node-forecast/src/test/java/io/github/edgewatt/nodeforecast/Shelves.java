package io.github.edgewatt.nodeforecast;

import io.github.edgewatt.forecaster.model.TrainedModel;
import io.github.edgewatt.nodeforecast.store.ModelStore;
import io.github.edgewatt.nodeforecast.store.ModelStore.Bounds;
import io.github.edgewatt.nodeforecast.store.ModelStore.ReloadLog;
import io.github.edgewatt.nodeforecast.store.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Models as they are served, by way of files. */
public final class Shelves {
  /** Few, so that tests can go beyond. */
  public static final int MOST_ROWS = 64;

  private Shelves() {}

  public static Snapshot of(Map<String, TrainedModel> models) {
    try {
      Path folder = Files.createTempDirectory("models");
      models.forEach((name, model) -> TestModels.write(folder.resolve(name + ".json"), model));
      ModelStore store =
          new ModelStore(folder, Clock.systemUTC(), new Bounds(16, MOST_ROWS), new Quiet());
      store.refresh();
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
      return store.snapshot();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Quiet implements ReloadLog {
    @Override
    public void serving(String line) {}

    @Override
    public void refused(String line) {}
  }
}
