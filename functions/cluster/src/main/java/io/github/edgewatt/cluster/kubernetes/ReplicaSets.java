package io.github.edgewatt.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.github.edgewatt.cluster.ClusterState;
import io.github.edgewatt.cluster.Replicas;
import java.util.HashMap;
import java.util.Map;

/**
 * ReplicaSets with their Deployments' annotations under their own. A Deployment's annotations are
 * copied to a new ReplicaSet but not to one that is there, and either may be heard of first.
 */
final class ReplicaSets {
  private final ClusterState state;
  private final Map<String, Map<String, String>> deployments = new HashMap<>();
  private final Map<String, Below> sets = new HashMap<>();

  ReplicaSets(ClusterState state) {
    this.state = state;
  }

  private record Below(String deployment, Replicas own) {}

  synchronized void put(ReplicaSet set) {
    ObjectMeta meta = Conversions.meta(set.getMetadata());
    Integer wanted = set.getSpec() == null ? null : set.getSpec().getReplicas();
    Replicas own =
        new Replicas(
            meta.getUid(),
            meta.getNamespace(),
            meta.getName(),
            // The API server's own default.
            wanted == null ? 1 : wanted,
            Conversions.annotations(meta));
    String deployment = Conversions.owner(meta).map(OwnerReference::getUid).orElse("");
    Below below = new Below(deployment, own);
    sets.put(own.uid(), below);
    publish(below);
  }

  synchronized void removeSet(String uid) {
    sets.remove(uid);
    state.removeReplicas(uid);
  }

  synchronized void put(Deployment deployment) {
    ObjectMeta meta = Conversions.meta(deployment.getMetadata());
    Map<String, String> annotations = Conversions.annotations(meta);
    if (!annotations.equals(deployments.put(meta.getUid(), annotations))) {
      publishBelow(meta.getUid());
    }
  }

  synchronized void removeDeployment(String uid) {
    deployments.remove(uid);
    publishBelow(uid);
  }

  private void publishBelow(String deployment) {
    sets.values().stream()
        .filter(below -> below.deployment().equals(deployment))
        .forEach(this::publish);
  }

  private void publish(Below below) {
    Replicas own = below.own();
    Map<String, String> annotations =
        new HashMap<>(deployments.getOrDefault(below.deployment(), Map.of()));
    annotations.putAll(own.annotations());
    state.put(new Replicas(own.uid(), own.namespace(), own.name(), own.wanted(), annotations));
  }
}
