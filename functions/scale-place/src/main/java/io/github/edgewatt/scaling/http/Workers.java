package io.github.edgewatt.scaling.http;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that read and decide, away from the event loop; few, as questions may be large. */
@Singleton
class Workers {
  private static final int THREADS = 2;
  private static final int MOST_WAITING = 8;

  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          task -> {
            Thread thread = new Thread(task, "scaling-http");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Has {@code task} done.
   *
   * @throws java.util.concurrent.RejectedExecutionException where too many wait
   */
  void execute(Runnable task) {
    pool.execute(task);
  }

  @PreDestroy
  void stop() {
    pool.shutdownNow();
  }
}
