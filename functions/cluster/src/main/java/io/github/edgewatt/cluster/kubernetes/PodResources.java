package io.github.edgewatt.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.github.edgewatt.cluster.CpuDemand;
import java.util.List;
import java.util.Map;

/**
 * What a pod asks of the CPU as kube-scheduler counts it ({@code component-helpers/resource}): its
 * containers and sidecars together, or an init container with the sidecars started before it where
 * that is more; what the pod as a whole declares before that; and its runtime's overhead.
 */
final class PodResources {
  private static final String CPU = "cpu";
  private static final String MEMORY = "memory";
  private static final String SIDECAR = "Always";

  private PodResources() {}

  static CpuDemand of(PodSpec spec) {
    return of(spec, CPU);
  }

  /** The memory a pod asks for, in bytes, counted likewise. */
  static double bytes(PodSpec spec) {
    return of(spec, MEMORY).requested();
  }

  private static CpuDemand of(PodSpec spec, String resource) {
    double requested = 0;
    double limit = 0;
    for (Container container : list(spec.getContainers())) {
      CpuDemand one = of(container.getResources(), resource);
      requested += one.requested();
      limit += one.limit();
    }
    double sidecarsRequested = 0;
    double sidecarsLimit = 0;
    double startRequested = 0;
    double startLimit = 0;
    for (Container container : list(spec.getInitContainers())) {
      CpuDemand one = of(container.getResources(), resource);
      double ownRequested = 0;
      double ownLimit = 0;
      if (SIDECAR.equals(container.getRestartPolicy())) {
        requested += one.requested();
        limit += one.limit();
        sidecarsRequested += one.requested();
        sidecarsLimit += one.limit();
      } else {
        ownRequested = one.requested();
        ownLimit = one.limit();
      }
      startRequested = Math.max(startRequested, sidecarsRequested + ownRequested);
      startLimit = Math.max(startLimit, sidecarsLimit + ownLimit);
    }
    CpuDemand whole = of(spec.getResources(), resource);
    requested = whole.requested() > 0 ? whole.requested() : Math.max(requested, startRequested);
    limit = whole.limit() > 0 ? whole.limit() : Math.max(limit, startLimit);
    double overhead = Quantities.of(spec.getOverhead(), resource);
    return new CpuDemand(requested + overhead, limit > 0 ? limit + overhead : 0);
  }

  /** What one container asks for. */
  static CpuDemand of(Container container) {
    return of(container.getResources(), CPU);
  }

  /** A limit without a request is a request too, as the API server has it. */
  private static CpuDemand of(ResourceRequirements resources, String resource) {
    if (resources == null) {
      return CpuDemand.NONE;
    }
    double limit = Quantities.of(resources.getLimits(), resource);
    Map<String, Quantity> requests = resources.getRequests();
    boolean asks = requests != null && requests.containsKey(resource);
    return new CpuDemand(asks ? Quantities.of(requests, resource) : limit, limit);
  }

  private static <T> List<T> list(List<T> given) {
    return given == null ? List.of() : given;
  }
}
