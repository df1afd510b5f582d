package io.github.edgewatt.nodeforecast.http;

import io.github.edgewatt.nodeforecast.store.ModelStore;
import io.github.edgewatt.nodeforecast.store.ModelStore.Bounds;
import io.github.edgewatt.nodeforecast.store.ModelStore.ReloadLog;
import io.github.edgewatt.nodeforecast.store.Snapshot;
import io.github.edgewatt.service.Readiness;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The models of this process, and the one thread that looks after their files. */
@Singleton
class Models implements Supplier<Snapshot>, Readiness {
  private static final Logger LOG = Logger.getLogger(Models.class);

  private final ModelStore store;
  private final long pollMillis;
  private final ScheduledExecutorService poll =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "models");
            thread.setDaemon(true);
            return thread;
          });

  private ScheduledFuture<?> looking;

  @Inject
  Models(Settings settings) {
    String root =
        settings
            .models()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "say which models to serve: --models FILE or FOLDER"
                            + " (EDGEWATT_FORECAST_MODELS)"));
    pollMillis = Math.max(10, settings.poll().toMillis());
    Bounds bounds = new Bounds(settings.mostModels(), settings.mostRows());
    store = new ModelStore(Path.of(root), Clock.systemUTC(), bounds, new Told());
  }

  private static final class Told implements ReloadLog {
    @Override
    public void serving(String line) {
      LOG.info(line);
    }

    @Override
    public void refused(String line) {
      LOG.warn(line);
    }
  }

  void start(@Observes StartupEvent event) {
    store.refresh();
    missing().ifPresent(LOG::warn);
    looking =
        poll.scheduleWithFixedDelay(this::look, pollMillis, pollMillis, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    if (looking != null) {
      looking.cancel(false);
    }
    poll.shutdown();
  }

  /** An executor stops repeating what throws once. */
  private void look() {
    try {
      store.refresh();
    } catch (RuntimeException e) {
      LOG.warn("the models' files could not be looked at: " + e.getMessage());
    }
  }

  @Override
  public Snapshot get() {
    return store.snapshot();
  }

  @Override
  public Optional<String> missing() {
    return get().missing();
  }
}
