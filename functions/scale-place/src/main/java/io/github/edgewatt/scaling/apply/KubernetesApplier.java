package io.github.edgewatt.scaling.apply;

import static java.net.HttpURLConnection.HTTP_CONFLICT;
import static java.net.HttpURLConnection.HTTP_NOT_FOUND;

import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.github.edgewatt.cluster.snapshot.FunctionPod;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Makes and ends pods by an API server. Bare pods are made under a name that the decision gives: an
 * attempt whose answer was lost is recognised by the next. What a Deployment keeps is scaled.
 */
public final class KubernetesApplier implements Applier {
  private static final int MOST_NAMES = 5;
  private static final int ATTEMPTS = 2;

  private final KubernetesClient client;
  private final BooleanSupplier allowed;
  private final Deployments deployments;

  /**
   * @param client whose requests have a deadline; stays the caller's to close
   * @param allowed asked before each change: whether this process still leads
   */
  public KubernetesApplier(KubernetesClient client, BooleanSupplier allowed) {
    this.client = client;
    this.allowed = allowed;
    this.deployments = new Deployments(client, allowed);
  }

  @Override
  public Applied apply(Order order) {
    try {
      return order instanceof Order.Create create ? create(create) : remove((Order.Remove) order);
    } catch (KubernetesClientException e) {
      throw new IllegalStateException(order.text() + ": " + why(e), e);
    }
  }

  private Applied create(Order.Create order) {
    Optional<String> deployment = deployments.of(order);
    if (deployment.isPresent()) {
      deployments.scale(order.pod().namespace(), deployment.get(), 1);
      return Applied.scaled(order, "", deployment.get());
    }
    for (int clashes = 0; clashes < MOST_NAMES; clashes++) {
      String name = PodNames.of(order, clashes);
      if (made(order, PodForm.of(order, name))) {
        return Applied.pod(order, name);
      }
    }
    throw new IllegalStateException(
        order.text() + ": " + MOST_NAMES + " names are taken by other pods");
  }

  /** Makes the pod, or finds it made; false where the name is another's. */
  private boolean made(Order.Create order, Pod pod) {
    for (int attempt = 1; ; attempt++) {
      Deployments.check(allowed);
      try {
        var unused = client.resource(pod).create();
        return true;
      } catch (KubernetesClientException e) {
        if (e.getCode() == HTTP_CONFLICT) {
          return isOurs(order, pod);
        }
        // Without an answer it may have been made all the same: asking again tells.
        if (e.getCode() != 0 || attempt == ATTEMPTS || Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
    }
  }

  private boolean isOurs(Order.Create order, Pod pod) {
    Pod there = client.resource(pod).get();
    return there != null && order.identity().equals(annotations(there).get(PodForm.DECISION));
  }

  private Applied remove(Order.Remove order) {
    FunctionPod pod = order.pod();
    Pod there = client.pods().inNamespace(pod.namespace()).withName(pod.name()).get();
    // One of the same name that was made since is not the one that was decided on.
    if (there == null || !there.getMetadata().getUid().equals(pod.uid())) {
      return Applied.pod(order, pod.name());
    }
    Optional<String> keeper = deployments.keeping(there);
    if (keeper.isPresent()) {
      deployments.yieldFirst(there);
      deployments.scale(pod.namespace(), keeper.get(), -1);
      return Applied.scaled(order, pod.name(), keeper.get());
    }
    delete(there.getMetadata());
    return Applied.pod(order, pod.name());
  }

  /** Ends exactly this pod, with the time to end that it asks for itself. */
  private void delete(ObjectMeta pod) {
    DeleteOptions exactly =
        new DeleteOptionsBuilder()
            .withNewPreconditions()
            .withUid(pod.getUid())
            .endPreconditions()
            .build();
    Deployments.check(allowed);
    try {
      var unused =
          client.raw(
              "/api/v1/namespaces/" + pod.getNamespace() + "/pods/" + pod.getName(),
              "DELETE",
              exactly);
    } catch (KubernetesClientException e) {
      // Gone meanwhile, or another of its name is there.
      if (e.getCode() != HTTP_NOT_FOUND && e.getCode() != HTTP_CONFLICT) {
        throw e;
      }
    }
  }

  private static Map<String, String> annotations(Pod pod) {
    Map<String, String> annotations = pod.getMetadata().getAnnotations();
    return annotations == null ? Map.of() : annotations;
  }

  private static String why(KubernetesClientException e) {
    Status status = e.getStatus();
    String message =
        status != null && status.getMessage() != null
            ? status.getMessage()
            : e.getCause() == null ? e.getMessage() : e.getCause().toString();
    return String.valueOf(message).lines().findFirst().orElse("?");
  }
}
