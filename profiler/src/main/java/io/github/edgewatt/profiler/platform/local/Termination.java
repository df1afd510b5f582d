package io.github.edgewatt.profiler.platform.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes and what they started: SIGTERM to all, a common grace, then SIGKILL. */
public final class Termination {

  /** A killed process is gone in milliseconds unless it hangs in the kernel. */
  private static final Duration KILLED = Duration.ofSeconds(10);

  private Termination() {}

  /**
   * Returns when all have ended, or grace and ten seconds are over. An interrupt shortens nothing,
   * because a process left behind is worse than a late answer; it is kept for the caller.
   */
  public static void end(List<ProcessHandle> processes, Duration grace) {
    List<ProcessHandle> descendants = new ArrayList<>();
    for (ProcessHandle process : processes) {
      process.descendants().forEach(descendants::add);
      process.destroy();
    }
    await(processes, grace);
    List<ProcessHandle> rest = new ArrayList<>();
    for (ProcessHandle process : processes) {
      process.descendants().forEach(descendants::add);
      rest.add(process);
    }
    rest.addAll(descendants);
    rest.removeIf(process -> !process.isAlive());
    rest.forEach(ProcessHandle::destroyForcibly);
    await(rest, KILLED);
  }

  private static void await(List<ProcessHandle> processes, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    for (ProcessHandle process : processes) {
      boolean done = false;
      while (!done) {
        try {
          process.onExit().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
          done = true;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (TimeoutException | ExecutionException e) {
          done = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
