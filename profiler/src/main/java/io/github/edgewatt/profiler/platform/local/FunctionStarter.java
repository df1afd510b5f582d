package io.github.edgewatt.profiler.platform.local;

import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.FunctionStartException;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.util.concurrent.TimeUnit;

/** Starts one function and waits until it has answered a real call. */
final class FunctionStarter {
  private static final int BIND_ATTEMPTS = 5;
  private static final long POLL_MILLIS = 20;
  private static final long READY_TIMEOUT_MILLIS = 1000;
  private static final long CALL_TIMEOUT_MILLIS = 10_000;

  /** A ready function may still refuse a first call or two; one that fails this long is broken. */
  private static final int FAILED_CALLS = 20;

  private final LocalRuntime runtime;
  private final ChildProcesses processes;
  private final ReadinessProbe probe;

  FunctionStarter(LocalRuntime runtime, ChildProcesses processes, ReadinessProbe probe) {
    this.runtime = runtime;
    this.processes = processes;
    this.probe = probe;
  }

  ChildProcess start(FunctionSpec spec) throws PlatformException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      ChildProcess child = processes.start(spec.name());
      boolean answered = false;
      try {
        awaitAnswer(child, spec);
        answered = true;
        return child;
      } catch (PlatformException e) {
        // Somebody was faster at the port; another one is likely to be free.
        if (!child.foundPortTaken() || attempt == BIND_ATTEMPTS) {
          throw e;
        }
      } finally {
        if (!answered) {
          processes.stop(child);
        }
      }
    }
  }

  /** Whether a running function still answers. */
  boolean stillAnswers(ChildProcess child, FunctionSpec spec) {
    return child.isAlive()
        && isSuccess(probe.ready(child.address(), READY_TIMEOUT_MILLIS))
        && isSuccess(probe.call(child.address(), spec, CALL_TIMEOUT_MILLIS));
  }

  private void awaitAnswer(ChildProcess child, FunctionSpec spec)
      throws PlatformException, InterruptedException {
    long deadline = System.nanoTime() + runtime.readyTimeout().toNanos();
    boolean ready = false;
    int failedCalls = 0;
    while (!child.endsWithin(POLL_MILLIS)) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new FunctionStartException(
            spec.name(),
            "%s after %.1f s; %s"
                .formatted(
                    ready ? "is ready but has not answered a call" : "is not ready",
                    runtime.readyTimeout().toMillis() / 1000.0,
                    child.lastWords()));
      }
      if (!ready) {
        ready = isSuccess(probe.ready(child.address(), Math.min(left, READY_TIMEOUT_MILLIS)));
      }
      if (ready) {
        int status = probe.call(child.address(), spec, Math.min(left, CALL_TIMEOUT_MILLIS));
        if (isSuccess(status) && child.isAlive()) {
          return;
        }
        failedCalls += status == ReadinessProbe.NO_ANSWER ? 0 : 1;
        if (failedCalls == FAILED_CALLS) {
          throw new FunctionStartException(
              spec.name(),
              "is ready but answers %d to %s %s; %s"
                  .formatted(status, spec.method(), spec.path(), child.lastWords()));
        }
      }
    }
    throw new FunctionStartException(
        spec.name(),
        "ended with %d before it was ready; %s".formatted(child.exitCode(), child.lastWords()));
  }

  private static boolean isSuccess(int status) {
    return status >= 200 && status < 400;
  }
}
