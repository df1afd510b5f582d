package io.github.edgewatt.scoring.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that may wait, unlike the event loop's, behind a bounded queue. */
final class Workers implements AutoCloseable {
  private final ThreadPoolExecutor pool;

  /**
   * Starts none before there is work.
   *
   * @param name what the threads are called
   * @param threads how many, at most
   * @param waiting how many tasks may wait for one
   */
  Workers(String name, int threads, int waiting) {
    AtomicInteger number = new AtomicInteger();
    pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            task -> {
              Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Runs {@code task} soon.
   *
   * @throws java.util.concurrent.RejectedExecutionException where too many wait
   */
  Future<?> submit(Runnable task) {
    return pool.submit(task);
  }

  /** How many tasks wait. */
  int waiting() {
    return pool.getQueue().size();
  }

  /** How many tasks run. */
  int running() {
    return pool.getActiveCount();
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
