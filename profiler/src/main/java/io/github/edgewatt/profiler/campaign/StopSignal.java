package io.github.edgewatt.profiler.campaign;

/**
 * Asks a campaign to stop. Only waiting is interrupted: an interrupt during a write would close the
 * file under it.
 */
public final class StopSignal {
  private boolean stopped;
  private Thread waiting;

  /** Something that may be given up half-way. */
  @FunctionalInterface
  interface Waiting<T, E extends Exception> {
    T call() throws E, InterruptedException;
  }

  /** Asks to stop, now or at the next wait. */
  public synchronized void stop() {
    stopped = true;
    if (waiting != null) {
      waiting.interrupt();
    }
  }

  /** Does {@code work}, giving it up when asked to stop. */
  <T, E extends Exception> T wait(Waiting<T, E> work) throws E, InterruptedException {
    begin();
    try {
      return work.call();
    } finally {
      end();
    }
  }

  /** Gives up where somebody asked to stop. */
  synchronized void check() throws InterruptedException {
    if (stopped) {
      throw new InterruptedException("stopped");
    }
  }

  private synchronized void begin() throws InterruptedException {
    check();
    waiting = Thread.currentThread();
  }

  private synchronized void end() {
    waiting = null;
    // An interrupt that came too late must not hit the write that follows.
    Thread.interrupted();
  }
}
