package io.github.edgewatt.scaling.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.scaling.TestKube;
import io.github.edgewatt.scaling.TestPods;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pods and Deployments of a real API server. */
class KubernetesApplierIT {
  private static final Map<String, String> FUNCTION = Map.of("ether.edgerun.io/function", "f-1");

  @TempDir static Path folder;
  private static TestKube kube;
  private boolean allowed = true;

  @BeforeAll
  static void up() {
    kube = TestKube.up(folder.resolve("kube"));
    assumeThat(kube.server.missing()).isEmpty();
  }

  @AfterAll
  static void down() {
    if (kube != null) {
      kube.close();
    }
  }

  @AfterEach
  void clear() {
    kube.clear();
  }

  @Test
  void aDecisionIsCarriedOutOnce() {
    Order.Create order = create(like("", ""), "b", "me/1/0");
    Applied first = applier().apply(order);
    Applied again = applier().apply(order);
    assertThat(again).isEqualTo(first);
    assertThat(kube.pods())
        .extracting(pod -> pod.getMetadata().getName())
        .containsExactly(first.pod());
    Pod pod = kube.pods().get(0);
    assertThat(pod.getMetadata().getLabels()).containsEntry("ether.edgerun.io/zone", "b");
    assertThat(pod.getSpec().getNodeSelector())
        .isEqualTo(Map.of("node-role.kubernetes.io/worker", "true", "ether.edgerun.io/zone", "b"));
    assertThat(pod.getSpec().getContainers().get(0).getResources().getRequests().get("cpu"))
        .hasToString("250m");
  }

  @Test
  void aNameThatIsAnothersIsLeftToIt() {
    Order.Create order = create(like("", ""), "b", "me/1/0");
    String taken = PodNames.of(order, 0);
    kube.pod(taken, "n", "a", "10.1.0.1", FUNCTION);
    Applied applied = applier().apply(order);
    assertThat(applied.pod()).isEqualTo(PodNames.of(order, 1));
    assertThat(kube.pods()).hasSize(2);
  }

  @Test
  void exactlyThePodThatWasDecidedOnEnds() {
    kube.pod("one", "n", "a", "10.1.0.1", FUNCTION);
    Order.Remove other = new Order.Remove(TestPods.removal(like("one", "")));
    assertThat(applier().apply(other).done()).isTrue();
    assertThat(kube.pods().get(0).getMetadata().getDeletionTimestamp()).isNull();

    Order.Remove order = new Order.Remove(TestPods.removal(like(uid("one"), "one", "")));
    assertThat(applier().apply(order).done()).isTrue();
    Pod ending = kube.pods().get(0);
    assertThat(ending.getMetadata().getDeletionTimestamp()).isNotNull();
    assertThat(ending.getMetadata().getDeletionGracePeriodSeconds()).isEqualTo(1);
    assertThat(applier().apply(order).done()).isTrue();
  }

  @Test
  void whatTheServerRefusesIsTold() {
    FunctionPod nowhere = in(like("", ""), "nowhere");
    assertThatThrownBy(() -> applier().apply(create(nowhere, "b", "me/1/0")))
        .hasMessageStartingWith("a replica of resnet_50 in b: ")
        .hasMessageContaining("nowhere");
  }

  @Test
  void whoLeadsNoMoreChangesNothing() {
    kube.pod("one", "n", "a", "10.1.0.1", FUNCTION);
    allowed = false;
    assertThatThrownBy(() -> applier().apply(create(like("", ""), "b", "me/1/0")))
        .hasMessage("not done: this process leads no more");
    assertThatThrownBy(
            () -> applier().apply(new Order.Remove(TestPods.removal(like(uid("one"), "one", "")))))
        .hasMessage("not done: this process leads no more");
    assertThat(kube.pods()).hasSize(1);
    assertThat(kube.pods().get(0).getMetadata().getDeletionTimestamp()).isNull();
  }

  @Test
  void theDeploymentOfTheZoneIsScaled() {
    deployment("f-a", "a", 1);
    deployment("f-b", "b", 2);
    Applied applied = applier().apply(create(like("one", "f-a"), "b", "me/1/0"));
    assertThat(applied.deployment()).isEqualTo("f-b");
    assertThat(replicas("f-b")).isEqualTo(3);
    assertThat(replicas("f-a")).isEqualTo(1);
    assertThat(kube.pods()).isEmpty();
  }

  @Test
  void aDeploymentThatMayGoAnywhereIsScaledInTheZoneOfItsPod() {
    deployment("f", "", 1);
    assertThat(applier().apply(create(like("one", "f"), "a", "me/1/0")).deployment())
        .isEqualTo("f");
    assertThat(replicas("f")).isEqualTo(2);
    Applied elsewhere = applier().apply(create(like("one", "f"), "b", "me/1/1"));
    assertThat(elsewhere.deployment()).isEmpty();
    assertThat(kube.pods()).hasSize(1);
    assertThat(kube.pods().get(0).getMetadata().getLabels()).doesNotContainKey("pod-template-hash");
  }

  @Test
  void thePodThatIsToEndIsTheOneItsDeploymentGivesUp() {
    deployment("f", "", 2);
    var set =
        kube.admin()
            .resource(
                new ReplicaSetBuilder()
                    .withNewMetadata()
                    .withName("f-x")
                    .withNamespace("default")
                    .withOwnerReferences(
                        new OwnerReferenceBuilder()
                            .withApiVersion("apps/v1")
                            .withKind("Deployment")
                            .withName("f")
                            .withUid("u")
                            .withController(true)
                            .build())
                    .endMetadata()
                    .withNewSpec()
                    .withNewSelector()
                    .withMatchLabels(FUNCTION)
                    .endSelector()
                    .withNewTemplate()
                    .withNewMetadata()
                    .withLabels(FUNCTION)
                    .endMetadata()
                    .withNewSpec()
                    .addNewContainer()
                    .withName("main")
                    .withImage("i")
                    .endContainer()
                    .endSpec()
                    .endTemplate()
                    .endSpec()
                    .build())
            .create();
    kube.pod("f-x-1", "n", "a", "10.1.0.1", FUNCTION);
    kube.admin()
        .pods()
        .inNamespace("default")
        .withName("f-x-1")
        .edit(
            pod ->
                new PodBuilder(pod)
                    .editMetadata()
                    .withOwnerReferences(
                        new OwnerReferenceBuilder()
                            .withApiVersion("apps/v1")
                            .withKind("ReplicaSet")
                            .withName("f-x")
                            .withUid(set.getMetadata().getUid())
                            .withController(true)
                            .build())
                    .endMetadata()
                    .build());
    Applied applied =
        applier().apply(new Order.Remove(TestPods.removal(like(uid("f-x-1"), "f-x-1", "f"))));
    assertThat(applied.deployment()).isEqualTo("f");
    assertThat(replicas("f")).isEqualTo(1);
    assertThat(kube.pods().get(0).getMetadata().getAnnotations())
        .containsKey("controller.kubernetes.io/pod-deletion-cost");
    assertThat(kube.pods().get(0).getMetadata().getDeletionTimestamp()).isNull();
  }

  private Applier applier() {
    return new KubernetesApplier(kube.admin(), () -> allowed);
  }

  private static String uid(String pod) {
    return kube.admin().pods().inNamespace("default").withName(pod).get().getMetadata().getUid();
  }

  private static int replicas(String deployment) {
    return kube.admin()
        .apps()
        .deployments()
        .inNamespace("default")
        .withName(deployment)
        .get()
        .getSpec()
        .getReplicas();
  }

  private static void deployment(String name, String zone, int replicas) {
    kube.admin()
        .resource(
            new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withNewSelector()
                .withMatchLabels(Map.of("app", name))
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(Map.of("app", name, "ether.edgerun.io/function", "resnet-50"))
                .endMetadata()
                .withNewSpec()
                .withNodeSelector(zone.isEmpty() ? Map.of() : Map.of("ether.edgerun.io/zone", zone))
                .addNewContainer()
                .withName("main")
                .withImage("i")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build())
        .create();
  }

  private static Order.Create create(FunctionPod like, String zone, String identity) {
    return new Order.Create(TestPods.creation(like, "a", zone), identity);
  }

  private static FunctionPod like(String name, String owner) {
    return TestPods.pod(name, "a", "a-1", Phase.RUNNING, owner, TestPods.NOW);
  }

  private static FunctionPod like(String uid, String name, String owner) {
    FunctionPod pod = like(name, owner);
    return new FunctionPod(
        uid,
        pod.namespace(),
        name,
        pod.function(),
        pod.zone(),
        pod.node(),
        pod.address(),
        pod.port(),
        pod.phase(),
        pod.requests(),
        pod.container(),
        pod.image(),
        pod.labels(),
        pod.owner(),
        pod.createdAt(),
        pod.cpuCores(),
        pod.watts());
  }

  private static FunctionPod in(FunctionPod pod, String namespace) {
    return new FunctionPod(
        pod.uid(),
        namespace,
        pod.name(),
        pod.function(),
        pod.zone(),
        pod.node(),
        pod.address(),
        pod.port(),
        pod.phase(),
        pod.requests(),
        pod.container(),
        pod.image(),
        pod.labels(),
        pod.owner(),
        pod.createdAt(),
        pod.cpuCores(),
        pod.watts());
  }
}
