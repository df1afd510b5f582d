package io.github.edgewatt.scaling.apply;

import static java.net.HttpURLConnection.HTTP_CONFLICT;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.autoscaling.v1.Scale;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Deployments that keep functions' pods, and their number of replicas. */
final class Deployments {
  private static final int ATTEMPTS = 5;

  private static final String YIELD =
      "{\"metadata\":{\"annotations\":{\"controller.kubernetes.io/pod-deletion-cost\":\"-1000000\"}}}";

  private final KubernetesClient client;
  private final BooleanSupplier allowed;

  Deployments(KubernetesClient client, BooleanSupplier allowed) {
    this.client = client;
    this.allowed = allowed;
  }

  /** Throws where this process may change nothing any more. */
  static void check(BooleanSupplier allowed) {
    if (!allowed.getAsBoolean()) {
      throw new IllegalStateException("not done: this process leads no more");
    }
  }

  /**
   * The Deployment to scale for an order: one of the function whose pods go to the order's zone, or
   * else the one that keeps the pod it is like, if its pods may go anywhere and that pod is in the
   * zone. Empty where a pod of its own is to be made.
   */
  Optional<String> of(Order.Create order) {
    String keeper = keeper(order);
    if (keeper.isEmpty()) {
      return Optional.empty();
    }
    String zone = order.creation().zone();
    List<Deployment> candidates =
        client.apps().deployments().inNamespace(order.pod().namespace()).list().getItems().stream()
            .filter(one -> one.getMetadata().getDeletionTimestamp() == null)
            .filter(
                one ->
                    one.getMetadata().getName().equals(keeper)
                        || Functions.of(template(one)).equals(order.creation().function()))
            .toList();
    return candidates.stream()
        .filter(one -> zone(one).equals(zone))
        .findFirst()
        .or(
            () ->
                candidates.stream()
                    .filter(one -> one.getMetadata().getName().equals(keeper))
                    .filter(one -> zone(one).isEmpty() && order.pod().zone().equals(zone))
                    .findFirst())
        .map(one -> one.getMetadata().getName());
  }

  /** An OpenFaaS function's Deployment has its name; that of others the snapshot tells. */
  private static String keeper(Order.Create order) {
    String told = order.pod().owner();
    return told.isEmpty()
        ? Objects.requireNonNullElse(order.pod().labels().get(Functions.OPENFAAS), "")
        : told;
  }

  /** The Deployment that keeps a pod; empty for a bare one. */
  Optional<String> keeping(Pod pod) {
    return controller(pod.getMetadata().getOwnerReferences())
        .filter(owner -> owner.getKind().equals("ReplicaSet"))
        .map(
            owner ->
                client
                    .apps()
                    .replicaSets()
                    .inNamespace(pod.getMetadata().getNamespace())
                    .withName(owner.getName())
                    .get())
        .map(ReplicaSet::getMetadata)
        .flatMap(set -> controller(set.getOwnerReferences()))
        .filter(owner -> owner.getKind().equals("Deployment"))
        .map(OwnerReference::getName);
  }

  /** Makes a pod the one that goes when its Deployment gets smaller. */
  void yieldFirst(Pod pod) {
    check(allowed);
    var unused =
        client
            .pods()
            .inNamespace(pod.getMetadata().getNamespace())
            .withName(pod.getMetadata().getName())
            .patch(PatchContext.of(PatchType.STRATEGIC_MERGE), YIELD);
  }

  /**
   * Adds {@code more} replicas, once: where the answer to a change was lost, or somebody else
   * changed the number meanwhile, it is looked at again and changed only if it has not moved.
   *
   * @param more 1 or -1
   */
  synchronized void scale(String namespace, String name, int more) {
    Resource<Deployment> deployment =
        client.apps().deployments().inNamespace(namespace).withName(name);
    Scale scale = scaleOf(deployment, name);
    int wanted = Math.max(0, replicas(scale) + more);
    for (int attempt = 1; Integer.signum(wanted - replicas(scale)) == more; attempt++) {
      check(allowed);
      try {
        scale.getSpec().setReplicas(wanted);
        var unused = deployment.scale(scale);
        return;
      } catch (KubernetesClientException e) {
        boolean unsure = e.getCode() == HTTP_CONFLICT || e.getCode() == 0;
        if (!unsure || attempt == ATTEMPTS || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        scale = scaleOf(deployment, name);
      }
    }
  }

  private static Scale scaleOf(Resource<Deployment> deployment, String name) {
    Scale scale = deployment.scale();
    if (scale == null) {
      throw new IllegalStateException("the Deployment " + name + " is gone");
    }
    return scale;
  }

  /** A number of 0 is left out of the answer. */
  private static int replicas(Scale scale) {
    return Objects.requireNonNullElse(scale.getSpec().getReplicas(), 0);
  }

  private static Optional<OwnerReference> controller(List<OwnerReference> owners) {
    return owners == null
        ? Optional.empty()
        : owners.stream().filter(one -> Boolean.TRUE.equals(one.getController())).findFirst();
  }

  private static Map<String, String> template(Deployment deployment) {
    PodTemplateSpec template = deployment.getSpec().getTemplate();
    return template.getMetadata() == null || template.getMetadata().getLabels() == null
        ? Map.of()
        : template.getMetadata().getLabels();
  }

  private static String zone(Deployment deployment) {
    Map<String, String> selector = deployment.getSpec().getTemplate().getSpec().getNodeSelector();
    return selector == null ? "" : selector.getOrDefault(PodForm.ZONE, "");
  }
}
