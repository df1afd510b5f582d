package io.github.edgewatt.workloads.http;

import io.github.edgewatt.workloads.function.BusyException;
import io.github.edgewatt.workloads.function.Delay;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that work. No more than the cores: work is CPU, and waiting holds no thread, so more
 * would only add switches to what is measured.
 */
@Singleton
class Workers implements Executor, Delay {
  private final ThreadPoolExecutor pool;

  @Inject
  Workers(Settings settings) {
    int threads =
        settings.threads() > 0
            ? settings.threads()
            : Math.max(2, Runtime.getRuntime().availableProcessors());
    // A call in flight has at most a few tasks here (curl's client, eat-memory's two halves).
    pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(4 * settings.inFlight()),
            task -> {
              Thread thread = new Thread(task, "work");
              thread.setDaemon(true);
              return thread;
            },
            (task, full) -> {
              throw new BusyException("too much work is waiting; call again later");
            });
  }

  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  @Override
  public void after(long millis, Runnable task) {
    CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Runnable::run).execute(task);
  }

  @PreDestroy
  void stop() {
    pool.shutdownNow();
  }
}
