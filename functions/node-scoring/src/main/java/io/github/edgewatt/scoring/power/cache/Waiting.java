package io.github.edgewatt.scoring.power.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for something, but not for long. */
@FunctionalInterface
interface Waiting {
  /** With the clock of the machine. An interrupt ends the wait and stays set. */
  Waiting REAL =
      (all, nanos) -> {
        try {
          all.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
          // who waits looks itself at what has come
        }
      };

  /** Returns when {@code all} is done or {@code nanos} are over. */
  void upTo(CompletableFuture<?> all, long nanos);
}
