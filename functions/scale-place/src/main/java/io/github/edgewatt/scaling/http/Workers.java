package io.github.edgewatt.scaling.http;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that read and decide, away from the event loop; few, as questions may be large. */
@Singleton
class Workers {
  private static final int THREADS = 2;
  private static final int MOST_WAITING = 8;
  private static final int MOST_QUESTIONS = THREADS + 1;

  private final Semaphore questions = new Semaphore(MOST_QUESTIONS);

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
   * @throws RejectedExecutionException where too many wait
   */
  void execute(Runnable task) {
    pool.execute(task);
  }

  /**
   * Has a question answered whose body may be 64 MB: two at once, and one that waits.
   *
   * @throws RejectedExecutionException where that many are there already
   */
  void question(Runnable task) {
    if (!questions.tryAcquire()) {
      throw new RejectedExecutionException("too many questions");
    }
    try {
      pool.execute(
          () -> {
            try {
              task.run();
            } finally {
              questions.release();
            }
          });
    } catch (RejectedExecutionException e) {
      questions.release();
      throw e;
    }
  }

  @PreDestroy
  void stop() {
    pool.shutdownNow();
  }
}
