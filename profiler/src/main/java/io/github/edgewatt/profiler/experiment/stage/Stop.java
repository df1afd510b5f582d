package io.github.edgewatt.profiler.experiment.stage;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks an experiment to stop. No thread is interrupted: an interrupt would close a file that is
 * being written.
 */
public final class Stop {
  private final CountDownLatch asked = new CountDownLatch(1);

  /** Asks to stop, at the next look. */
  public void ask() {
    asked.countDown();
  }

  /** Throws when it was asked to stop. */
  public void check() throws InterruptedException {
    if (asked.getCount() == 0) {
      throw new InterruptedException("stopped");
    }
  }

  /** Waits, or throws as soon as it is asked to stop. */
  public void sleep(Duration duration) throws InterruptedException {
    if (asked.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new InterruptedException("stopped");
    }
  }
}
