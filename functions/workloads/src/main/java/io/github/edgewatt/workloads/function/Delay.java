package io.github.edgewatt.workloads.function;

/** Runs a task later without holding a thread until then. */
@FunctionalInterface
public interface Delay {
  void after(long millis, Runnable task);
}
