package io.github.edgewatt.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.Quantity;
import io.github.edgewatt.cluster.Node;
import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.cluster.objects.Labels;
import io.github.edgewatt.cluster.objects.SeenPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.cluster.snapshot.ZoneNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Kubernetes' objects as the shared view's records. */
final class Seen {
  private static final int DEFAULT_PODS = 110;

  private Seen() {}

  /** A node; one that is cordoned is no worker for as long. */
  static ZoneNode node(io.fabric8.kubernetes.api.model.Node node) {
    Node read = Conversions.node(node);
    NodeStatus status = node.getStatus() == null ? new NodeStatus() : node.getStatus();
    Map<String, Quantity> room = status.getAllocatable();
    boolean told = room != null && !room.isEmpty();
    boolean pods = told && room.containsKey("pods");
    Resources allocatable =
        new Resources(
            told ? Quantities.of(room, "cpu") : read.cores(),
            told ? Quantities.of(room, "memory") : read.bytes(),
            pods ? (int) Quantities.of(room, "pods") : DEFAULT_PODS);
    return new ZoneNode(
        read.name(),
        Labels.zone(read.labels()),
        Labels.nodeType(read.labels(), read.annotations()),
        Labels.worker(read.labels()) && !read.unschedulable(),
        read.cores(),
        allocatable,
        Resources.NONE,
        Double.NaN,
        Double.NaN);
  }

  /** A pod; empty for one that has ended. */
  static Optional<SeenPod> pod(io.fabric8.kubernetes.api.model.Pod pod) {
    Pod read = Conversions.pod(pod);
    boolean ending = pod.getMetadata().getDeletionTimestamp() != null;
    if (read.phase() == Pod.Phase.ENDED) {
      return Optional.empty();
    }
    Phase phase = read.phase() == Pod.Phase.RUNNING ? Phase.RUNNING : Phase.PENDING;
    PodSpec spec = pod.getSpec() == null ? new PodSpec() : pod.getSpec();
    PodStatus status = pod.getStatus() == null ? new PodStatus() : pod.getStatus();
    Optional<Container> first = list(spec.getContainers()).stream().findFirst();
    return Optional.of(
        new SeenPod(
            read.uid(),
            read.namespace(),
            read.name(),
            read.labels(),
            read.node(),
            text(status.getPodIP()),
            first.map(Seen::port).orElse(0),
            ending ? Phase.ENDING : phase,
            new Resources(read.cpu().requested(), PodResources.bytes(spec), 1),
            first.map(Container::getName).map(Seen::text).orElse(""),
            first.map(Container::getImage).map(Seen::text).orElse(""),
            owner(pod, read),
            read.createdAt(),
            list(status.getContainerStatuses()).stream()
                .map(ContainerStatus::getContainerID)
                .filter(Objects::nonNull)
                .map(id -> id.replaceFirst("^[a-z-]+://", ""))
                .filter(id -> !id.isEmpty())
                .toList()));
  }

  /** The Deployment behind a ReplicaSet, or what else keeps the pod. */
  private static String owner(io.fabric8.kubernetes.api.model.Pod pod, Pod read) {
    Optional<OwnerReference> owner = Conversions.owner(pod.getMetadata());
    if (owner.isEmpty()) {
      return "";
    }
    String deployment = Labels.deployment(read.name(), read.labels());
    boolean set = "ReplicaSet".equals(owner.get().getKind());
    return set && !deployment.isEmpty() ? deployment : owner.get().getName();
  }

  private static int port(Container container) {
    return list(container.getPorts()).stream()
        .map(ContainerPort::getContainerPort)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(0);
  }

  private static <T> List<T> list(List<T> given) {
    return given == null ? List.of() : given;
  }

  private static String text(String given) {
    return given == null ? "" : given;
  }
}
