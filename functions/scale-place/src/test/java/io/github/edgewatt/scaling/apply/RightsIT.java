package io.github.edgewatt.scaling.apply;

import static io.github.edgewatt.scaling.TestKube.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.github.edgewatt.cluster.snapshot.FunctionPod;
import io.github.edgewatt.cluster.snapshot.FunctionPod.Phase;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.scaling.TestKube;
import io.github.edgewatt.scaling.TestPods;
import io.github.edgewatt.scaling.lead.LeaseLeadership;
import io.github.edgewatt.scaling.lead.LeaseOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The rights of the committed manifests are enough, and no more than that. */
@Timeout(180)
class RightsIT {
  private static final Path MANIFESTS =
      Path.of("..", "..", "infrastructure", "kubernetes", "scale-place");
  private static final String FUNCTIONS = "openfaas-fn";

  @TempDir private Path folder;

  @Test
  void allThatIsDoneIsAllowedInTheFunctionsNamespaceAlone() throws Exception {
    try (TestKube kube = TestKube.up(folder.resolve("kube"))) {
      assumeThat(kube.server.missing()).isEmpty();
      for (String name : List.of("openfaas", FUNCTIONS)) {
        kube.admin()
            .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
            .create();
      }
      load(kube, "scale-place-rbac.yaml");
      load(kube, "scale-place-functions-rbac.yaml");
      try (KubernetesClient client = serviceAccount(kube)) {
        await("rights", () -> !listed(client));
        assertThat(client.nodes().list().getItems()).isEmpty();
        LeaseOptions lease =
            new LeaseOptions("openfaas", "edgewatt-scale-place", "me", Duration.ofSeconds(3));
        try (LeaseLeadership leadership = LeaseLeadership.start(client, lease, Clock.systemUTC())) {
          await("the lease", leadership::leading);
          makeAndEnd(client);
          scale(kube, client);
        }
        assertThatThrownBy(() -> applier(client).apply(create("default", "", "me/2/0")))
            .hasMessageContaining("forbidden");
      }
    }
  }

  private static void makeAndEnd(KubernetesClient client) {
    Applied made = applier(client).apply(create(FUNCTIONS, "", "me/1/0"));
    assertThat(applier(client).apply(create(FUNCTIONS, "", "me/1/0"))).isEqualTo(made);
    Pod pod = client.pods().inNamespace(FUNCTIONS).withName(made.pod()).get();
    FunctionPod there = pod(pod.getMetadata().getUid(), made.pod(), FUNCTIONS, "");
    assertThat(applier(client).apply(new Order.Remove(TestPods.removal(there))).done()).isTrue();
    assertThatThrownBy(() -> client.resource(deployment()).create())
        .hasMessageContaining("forbidden");
  }

  private static void scale(TestKube kube, KubernetesClient client) {
    kube.admin().resource(deployment()).create();
    Applied scaled = applier(client).apply(create(FUNCTIONS, "resnet", "me/3/0"));
    assertThat(scaled.deployment()).isEqualTo("resnet");
    var there = kube.admin().apps().deployments().inNamespace(FUNCTIONS).withName("resnet").get();
    assertThat(there.getSpec().getReplicas()).isEqualTo(2);
    assertThat(client.apps().replicaSets().inNamespace(FUNCTIONS).withName("none").get()).isNull();
    assertThatThrownBy(() -> client.resource(there).update()).hasMessageContaining("forbidden");
    assertThatThrownBy(
            () -> client.apps().deployments().inNamespace("default").withName("resnet").scale())
        .hasMessageContaining("forbidden");
  }

  private static boolean listed(KubernetesClient client) {
    try {
      return client.pods().inAnyNamespace().list().getItems() == null;
    } catch (RuntimeException e) {
      return true;
    }
  }

  private static Applier applier(KubernetesClient client) {
    return new KubernetesApplier(client, () -> true);
  }

  private static Order.Create create(String namespace, String owner, String identity) {
    return new Order.Create(
        TestPods.creation(pod("u", "one", namespace, owner), "a", "b"), identity);
  }

  private static FunctionPod pod(String uid, String name, String namespace, String owner) {
    return new FunctionPod(
        uid,
        namespace,
        name,
        "resnet",
        "a",
        "a-1",
        "10.0.0.1",
        8080,
        Phase.RUNNING,
        Resources.NONE,
        "main",
        "i:1",
        Map.of("faas_function", "resnet"),
        owner,
        TestPods.NOW,
        Double.NaN,
        Double.NaN);
  }

  private static io.fabric8.kubernetes.api.model.apps.Deployment deployment() {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName("resnet")
        .withNamespace(FUNCTIONS)
        .endMetadata()
        .withNewSpec()
        .withReplicas(1)
        .withNewSelector()
        .withMatchLabels(Map.of("app", "resnet"))
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(Map.of("app", "resnet"))
        .endMetadata()
        .withNewSpec()
        .withNodeSelector(Map.of("ether.edgerun.io/zone", "b"))
        .addNewContainer()
        .withName("main")
        .withImage("i:1")
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  private static void load(TestKube kube, String file) throws IOException {
    try (InputStream in = Files.newInputStream(MANIFESTS.resolve(file))) {
      kube.admin().load(in).items().forEach(one -> kube.admin().resource(one).create());
    }
  }

  private static KubernetesClient serviceAccount(TestKube kube) {
    String token =
        kube.admin()
            .serviceAccounts()
            .inNamespace("openfaas")
            .withName("scale-place")
            .tokenRequest(
                new TokenRequestBuilder()
                    .withNewSpec()
                    .withExpirationSeconds(3600L)
                    .endSpec()
                    .build())
            .getStatus()
            .getToken();
    return new KubernetesClientBuilder()
        .withConfig(
            new ConfigBuilder(kube.admin().getConfiguration())
                .withOauthToken(token)
                .withAutoOAuthToken(token)
                .withUsername(null)
                .withPassword(null)
                .withAuthProvider(null)
                .build())
        .build();
  }
}
