package io.github.edgewatt.yolo.consume;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer whose tasks run when the test says so. */
final class HandTimer extends ScheduledThreadPoolExecutor {
  private final Deque<Runnable> tasks = new ArrayDeque<>();

  HandTimer() {
    super(1);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    tasks.add(task);
    return null;
  }

  int waiting() {
    return tasks.size();
  }

  /** Runs what waits now. */
  void run() {
    for (int left = tasks.size(); left > 0; left--) {
      tasks.remove().run();
    }
  }
}
