package io.github.edgewatt.collector.kubernetes;

import java.time.Duration;
import java.util.Map;

/** The annotations of nodes, wherever they are kept. */
interface NodeAnnotations extends AutoCloseable {
  /**
   * All annotations of a node.
   *
   * @throws ApiException where it is not told in time
   * @throws InterruptedException where the thread is to end
   */
  Map<String, String> read(String node, Duration deadline)
      throws ApiException, InterruptedException;

  /** Sets these annotations of a node, and leaves all others alone. */
  void write(String node, Map<String, String> annotations, Duration deadline)
      throws ApiException, InterruptedException;

  @Override
  void close();
}
