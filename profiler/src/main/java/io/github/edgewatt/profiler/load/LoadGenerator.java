package io.github.edgewatt.profiler.load;

/** Sends a plan's load. An implementation may keep threads and connections between runs. */
public interface LoadGenerator extends AutoCloseable {

  /**
   * Runs the plan to its end; blocks for about settle + window + drain.
   *
   * @throws InterruptedException when the calling thread is interrupted: sending stops at once
   */
  LoadResult run(LoadPlan plan) throws InterruptedException;

  @Override
  void close();
}
