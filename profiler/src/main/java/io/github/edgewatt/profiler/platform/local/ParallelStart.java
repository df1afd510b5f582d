package io.github.edgewatt.profiler.platform.local;

import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Starts functions side by side: all of them, or none stays. */
final class ParallelStart {
  private static final int MOST_AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final FunctionStarter starter;
  private final ChildProcesses processes;

  ParallelStart(FunctionStarter starter, ChildProcesses processes) {
    this.starter = starter;
    this.processes = processes;
  }

  List<ChildProcess> start(List<FunctionSpec> specs)
      throws PlatformException, InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.max(1, Math.min(specs.size(), MOST_AT_ONCE)));
    List<ChildProcess> started = new ArrayList<>();
    boolean complete = false;
    try {
      CompletionService<ChildProcess> starts = new ExecutorCompletionService<>(threads);
      for (FunctionSpec spec : specs) {
        Callable<ChildProcess> start = () -> keep(started, starter.start(spec));
        starts.submit(start);
      }
      for (int i = 0; i < specs.size(); i++) {
        starts.take().get();
      }
      complete = true;
      return started;
    } catch (ExecutionException e) {
      throw asPlatformException(e.getCause());
    } finally {
      // Interrupts the starts still under way; each ends its own process.
      threads.shutdownNow();
      if (!complete) {
        awaitEnd(threads);
        processes.stop(started);
      }
    }
  }

  private static ChildProcess keep(List<ChildProcess> started, ChildProcess child) {
    synchronized (started) {
      started.add(child);
    }
    return child;
  }

  private static PlatformException asPlatformException(Throwable cause) {
    return cause instanceof PlatformException known
        ? known
        : new PlatformException("a function could not be started: " + cause, cause);
  }

  private static void awaitEnd(ExecutorService threads) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        // Each start ends its process in bounded time, so this is bounded too.
        ended = threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
