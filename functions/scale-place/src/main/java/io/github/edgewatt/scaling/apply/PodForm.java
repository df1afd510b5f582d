package io.github.edgewatt.scaling.apply;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.Resources;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * New pods as the osmotic edgebench makes them: bare, bound to a zone's workers by a node selector,
 * port 8080 named {@code function-port}, labels and requests those of the pod they are like.
 */
public final class PodForm {
  /** The label of a node's and a pod's zone. */
  public static final String ZONE = "ether.edgerun.io/zone";

  /** The annotation that names the decision a pod came from. */
  public static final String DECISION = "edgewatt.io/decision";

  private static final String WORKER = "node-role.kubernetes.io/worker";
  private static final int PORT = 8080;
  private static final int MOST_WEIGHT = 100;

  /** By these a controller would take the pod for one of its own, and end it as one too many. */
  private static final Set<String> CONTROLLERS_LABELS =
      Set.of(
          "pod-template-hash",
          "controller-revision-hash",
          "pod-template-generation",
          "statefulset.kubernetes.io/pod-name",
          "apps.kubernetes.io/pod-index");

  private PodForm() {}

  /** The pod of an order. */
  public static Pod of(Order.Create order, String name) {
    FunctionPod like = order.pod();
    return new PodBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(like.namespace())
        .withLabels(labels(order))
        .addToAnnotations(DECISION, order.identity())
        .endMetadata()
        .withNewSpec()
        .withNodeSelector(Map.of(WORKER, "true", ZONE, order.creation().zone()))
        .withAffinity(affinity(order.creation().node()))
        .addNewContainer()
        .withName(like.container().isEmpty() ? "function" : like.container())
        .withImage(like.image())
        .addNewPort()
        .withContainerPort(PORT)
        .withName("function-port")
        .endPort()
        .withNewResources()
        .withRequests(quantities(requests(like.requests())))
        .endResources()
        .endContainer()
        .endSpec()
        .build();
  }

  /** The labels of an order's pod: those of the one it is like, with its own zone. */
  public static Map<String, String> labels(Order.Create order) {
    Map<String, String> labels = new TreeMap<>(order.pod().labels());
    labels.keySet().removeAll(CONTROLLERS_LABELS);
    labels.put(ZONE, order.creation().zone());
    return labels;
  }

  /** A wish, not a condition: the scheduler may know better by then. */
  private static Affinity affinity(String node) {
    if (node.isEmpty()) {
      return null;
    }
    return new AffinityBuilder()
        .withNewNodeAffinity()
        .addNewPreferredDuringSchedulingIgnoredDuringExecution()
        .withWeight(MOST_WEIGHT)
        .withNewPreference()
        .withMatchFields(new NodeSelectorRequirement("metadata.name", "In", List.of(node)))
        .endPreference()
        .endPreferredDuringSchedulingIgnoredDuringExecution()
        .endNodeAffinity()
        .build();
  }

  private static Map<String, Quantity> quantities(Map<String, String> asked) {
    Map<String, Quantity> quantities = new LinkedHashMap<>();
    asked.forEach((name, amount) -> quantities.put(name, new Quantity(amount)));
    return quantities;
  }

  /** What a pod asks for, as Kubernetes writes it; nothing of what it does not ask for. */
  public static Map<String, String> requests(Resources asked) {
    Map<String, String> requests = new LinkedHashMap<>();
    if (asked.cores() > 0) {
      requests.put("cpu", Math.max(1, Math.round(asked.cores() * 1000)) + "m");
    }
    if (asked.bytes() > 0) {
      requests.put("memory", new BigDecimal(asked.bytes()).toBigInteger().toString());
    }
    return requests;
  }
}
