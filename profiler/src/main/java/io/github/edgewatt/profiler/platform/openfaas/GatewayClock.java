package io.github.edgewatt.profiler.platform.openfaas;

import java.time.Duration;

/** Time as it is waited for; a test passes one that only counts. */
public interface GatewayClock {

  /** {@link System#nanoTime}, or a test's. */
  long nanoTime();

  /** Waits. */
  void sleep(Duration duration) throws InterruptedException;

  /** The machine's. */
  static GatewayClock system() {
    return new GatewayClock() {
      @Override
      public long nanoTime() {
        return System.nanoTime();
      }

      @Override
      public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
      }
    };
  }
}
