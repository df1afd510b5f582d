package io.github.edgewatt.profiler.proc;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C and SIGTERM wait until a command has written its files and ended what it started:
 * the JVM then ends with 130 or 143, as a shell expects.
 */
public final class ShutdownWait {
  private static final Duration FILES = Duration.ofSeconds(20);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  private ShutdownWait(Runnable stop, Duration most) {
    hook =
        new Thread(
            () -> {
              stop.run();
              try {
                closed.await(most.toMillis(), TimeUnit.MILLISECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "shutdown-wait");
  }

  /** {@link #stopping(Runnable, Duration)} for as long as writing files may take, 20 s. */
  public static ShutdownWait stopping(Runnable stop) {
    return stopping(stop, FILES);
  }

  /**
   * Runs {@code stop} when the JVM is to end, and holds the end until {@link #close}, for {@code
   * most} at most.
   */
  public static ShutdownWait stopping(Runnable stop, Duration most) {
    ShutdownWait wait = new ShutdownWait(stop, most);
    Runtime.getRuntime().addShutdownHook(wait.hook);
    return wait;
  }

  /** Lets the JVM end. */
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending: the hook is what waits for this call.
    }
  }
}
