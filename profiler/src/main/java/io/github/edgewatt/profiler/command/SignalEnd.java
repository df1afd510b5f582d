package io.github.edgewatt.profiler.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Makes Ctrl-C and SIGTERM an ordinary end of a command that has no other: it finishes its files,
 * and the JVM ends with the command's own exit code.
 */
final class SignalEnd {
  private static final long MOST_SECONDS = 30;
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile int status;
  private Thread hook;

  private SignalEnd() {}

  /** Sets {@code stop} when the JVM is to end. */
  static SignalEnd asking(AtomicBoolean stop) {
    SignalEnd end = new SignalEnd();
    end.hook = new Thread(() -> end.end(stop), "signal-end");
    Runtime.getRuntime().addShutdownHook(end.hook);
    return end;
  }

  private void end(AtomicBoolean stop) {
    stop.set(true);
    try {
      if (finished.await(MOST_SECONDS, TimeUnit.SECONDS)) {
        System.out.flush();
        Runtime.getRuntime().halt(status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The command has ended with this exit code. */
  void finished(int code) {
    status = code;
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending: the hook is what waits for the next line.
    }
    finished.countDown();
  }
}
