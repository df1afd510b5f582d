package io.github.edgewatt.cluster.kubernetes;

import io.github.edgewatt.cluster.Usage;
import java.util.List;
import java.util.Map;

/**
 * What nodes and pods used. A call may take long, and ends early when its thread is interrupted.
 */
interface MetricsSource {
  /** By node. */
  Map<String, Usage> nodes();

  /** Of all namespaces. */
  List<PodUsage> pods();

  /** What one pod used, its containers together. */
  record PodUsage(String namespace, String name, Usage usage) {}
}
