package io.github.edgewatt.profiler.platform;

import java.net.URI;
import java.util.List;

/**
 * A deployed function that answers.
 *
 * @param spec what was deployed
 * @param address where requests go, without the path
 * @param processIds the replicas' root processes where they run on this machine, else empty
 */
public record FunctionInstance(FunctionSpec spec, URI address, List<Long> processIds) {
  public FunctionInstance {
    processIds = List.copyOf(processIds);
  }
}
