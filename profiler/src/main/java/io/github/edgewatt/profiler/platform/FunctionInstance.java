package io.github.edgewatt.profiler.platform;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * A deployed function that answers.
 *
 * @param spec what was deployed
 * @param address where requests go, without the path
 * @param processIds the replicas' root processes where they run on this machine, else empty
 * @param identity tells it from another instance of the same function that came after a restart or
 *     a new deployment: that one is cold
 */
public record FunctionInstance(
    FunctionSpec spec, URI address, List<Long> processIds, String identity) {
  public FunctionInstance {
    Objects.requireNonNull(identity, "identity is null");
    processIds = List.copyOf(processIds);
  }

  /** One that its processes tell from another. */
  public FunctionInstance(FunctionSpec spec, URI address, List<Long> processIds) {
    this(spec, address, processIds, "processes " + processIds);
  }
}
