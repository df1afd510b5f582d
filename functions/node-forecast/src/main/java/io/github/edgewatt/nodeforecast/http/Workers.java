package io.github.edgewatt.nodeforecast.http;

import io.github.edgewatt.nodeforecast.protocol.Refused;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that answer what is not small. No more than the cores: the work is CPU alone. */
@Singleton
class Workers implements Executor {
  private static final int MOST_WAITING = 256;

  private final ThreadPoolExecutor pool;

  @Inject
  Workers(Settings settings) {
    int threads =
        settings.threads() > 0 ? settings.threads() : Runtime.getRuntime().availableProcessors();
    pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            task -> {
              Thread thread = new Thread(task, "forecast");
              thread.setDaemon(true);
              return thread;
            },
            (task, full) -> {
              throw new Refused(503, MOST_WAITING + " requests are waiting already: ask later");
            });
  }

  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  @PreDestroy
  void stop() {
    pool.shutdown();
  }
}
