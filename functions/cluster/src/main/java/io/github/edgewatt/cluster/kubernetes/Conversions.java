package io.github.edgewatt.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.github.edgewatt.cluster.CpuDemand;
import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.cluster.Owner;
import io.github.edgewatt.cluster.Pod;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Kubernetes' objects as this package's records. What an object leaves out becomes empty. */
public final class Conversions {
  /** Large and of no use to anybody who asks the view. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "kubectl.kubernetes.io/last-applied-configuration", "fpga-scheduling.io/collector-state");

  private Conversions() {}

  /**
   * A pod, complete or only described (no UID, no status).
   *
   * @throws IllegalArgumentException one line where a CPU quantity is none
   */
  public static Pod pod(io.fabric8.kubernetes.api.model.Pod pod) {
    ObjectMeta meta = meta(pod.getMetadata());
    PodSpec spec = pod.getSpec() == null ? new PodSpec() : pod.getSpec();
    List<Container> containers = spec.getContainers() == null ? List.of() : spec.getContainers();
    return new Pod(
        text(meta.getUid()),
        text(meta.getNamespace()),
        text(meta.getName()),
        text(spec.getNodeName()),
        phase(pod.getStatus() == null ? "" : text(pod.getStatus().getPhase())),
        strings(meta.getLabels()),
        annotations(meta),
        PodResources.of(spec),
        containers.isEmpty() ? CpuDemand.NONE : PodResources.of(containers.get(0)),
        owner(meta).map(one -> new Owner(one.getKind(), one.getName(), one.getUid())),
        instant(meta.getCreationTimestamp()).orElse(Instant.EPOCH));
  }

  /**
   * A node.
   *
   * @throws IllegalArgumentException one line where a quantity is none
   */
  public static Node node(io.fabric8.kubernetes.api.model.Node node) {
    ObjectMeta meta = meta(node.getMetadata());
    NodeStatus status = node.getStatus() == null ? new NodeStatus() : node.getStatus();
    Map<String, Quantity> capacity = status.getCapacity();
    return new Node(
        text(meta.getName()),
        strings(meta.getLabels()),
        annotations(meta),
        address(status),
        Quantities.of(capacity, "cpu"),
        Quantities.of(capacity, "memory"),
        node.getSpec() != null && Boolean.TRUE.equals(node.getSpec().getUnschedulable()));
  }

  /** The controller that made the object. */
  static Optional<OwnerReference> owner(ObjectMeta meta) {
    List<OwnerReference> owners = meta.getOwnerReferences();
    return owners == null
        ? Optional.empty()
        : owners.stream()
            .filter(one -> Boolean.TRUE.equals(one.getController()))
            .filter(one -> one.getUid() != null && one.getKind() != null && one.getName() != null)
            .findFirst();
  }

  static ObjectMeta meta(ObjectMeta meta) {
    return meta == null ? new ObjectMeta() : meta;
  }

  static Map<String, String> annotations(ObjectMeta meta) {
    Map<String, String> kept = new HashMap<>(strings(meta.getAnnotations()));
    kept.keySet().removeAll(LEFT_OUT);
    return kept;
  }

  static Optional<Instant> instant(String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Pod.Phase phase(String phase) {
    return switch (phase) {
      case "Pending", "" -> Pod.Phase.PENDING;
      case "Running" -> Pod.Phase.RUNNING;
      case "Succeeded", "Failed" -> Pod.Phase.ENDED;
      default -> Pod.Phase.UNKNOWN;
    };
  }

  private static String address(NodeStatus status) {
    List<NodeAddress> addresses = status.getAddresses();
    return addresses == null
        ? ""
        : addresses.stream()
            .filter(one -> "InternalIP".equals(one.getType()))
            .map(NodeAddress::getAddress)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("");
  }

  /** JSON may hold null where a string is expected; that is as good as nothing there. */
  private static Map<String, String> strings(Map<String, String> given) {
    if (given == null) {
      return Map.of();
    }
    Map<String, String> strings = new HashMap<>(given);
    strings.values().removeIf(Objects::isNull);
    return strings;
  }

  private static String text(String given) {
    return given == null ? "" : given;
  }
}
