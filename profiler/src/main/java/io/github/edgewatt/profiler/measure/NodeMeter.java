package io.github.edgewatt.profiler.measure;

import io.github.edgewatt.profiler.platform.FunctionInstance;
import java.time.Duration;
import java.util.List;

/** Watches a node and the functions on it. */
public interface NodeMeter extends AutoCloseable {

  /** What it reads, for {@code run.json}: {@code "host: /proc/stat, cgroup v1 cpuacct"}. */
  String description();

  /** Whether the node is the machine this process runs on, and so bears the load generator too. */
  boolean watchesThisMachine();

  /** Cores of the node. */
  int cores();

  /** All memory of the node in bytes. */
  long memoryBytes();

  /** How often the counters are read; a window should hold several readings. */
  Duration sampleInterval();

  /** Starts (or restarts) watching with these functions; the node itself is always watched. */
  void watch(List<FunctionInstance> instances);

  /**
   * What the node and the functions used between two instants, both on {@link System#nanoTime}'s
   * scale and in the past. Keeps samples for at least ten minutes.
   */
  WindowReading window(long fromNanos, long toNanos) throws InterruptedException;

  @Override
  void close();
}
