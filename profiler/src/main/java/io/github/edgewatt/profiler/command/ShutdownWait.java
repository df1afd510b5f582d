package io.github.edgewatt.profiler.command;

import io.github.edgewatt.profiler.campaign.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C and SIGTERM wait until the run has written its files: the JVM then ends with 130 or
 * 143, as a shell expects.
 */
final class ShutdownWait {
  private static final long MOST_SECONDS = 20;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  private ShutdownWait(Runnable stop) {
    hook =
        new Thread(
            () -> {
              stop.run();
              try {
                closed.await(MOST_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "shutdown-wait");
  }

  /** Asks {@code stop} when the JVM is to end, and holds the end until {@link #close}. */
  static ShutdownWait stopping(StopSignal stop) {
    return stopping(stop::stop);
  }

  /** Runs {@code stop} when the JVM is to end, and holds the end until {@link #close}. */
  static ShutdownWait stopping(Runnable stop) {
    ShutdownWait wait = new ShutdownWait(stop);
    Runtime.getRuntime().addShutdownHook(wait.hook);
    return wait;
  }

  /** Lets the JVM end. */
  void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending: the hook is what waits for this call.
    }
  }
}
