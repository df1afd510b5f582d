package io.github.edgewatt.profiler.experiment;

import io.github.edgewatt.profiler.experiment.stage.Stop;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C and SIGTERM wait until the experiment has ended what it started: the JVM then ends
 * with 130 or 143, as a shell expects.
 */
final class StopHook {
  /** Tracker, consumers and servers in turn, each with its grace. */
  private static final long MOST_SECONDS = 150;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  private StopHook(Stop stop) {
    hook =
        new Thread(
            () -> {
              stop.ask();
              try {
                closed.await(MOST_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "stop-hook");
  }

  /** Asks {@code stop} when the JVM is to end, and holds the end until {@link #close}. */
  static StopHook asking(Stop stop) {
    StopHook stopHook = new StopHook(stop);
    Runtime.getRuntime().addShutdownHook(stopHook.hook);
    return stopHook;
  }

  /** Lets the JVM end. */
  void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending: the hook is what waits for this call.
      return;
    }
  }
}
