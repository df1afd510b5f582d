package io.github.edgewatt.scaling.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.github.edgewatt.cluster.snapshot.Resources;
import io.github.edgewatt.scaling.TestPods;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodFormTest {
  private static final Order.Create ORDER =
      new Order.Create(TestPods.creation(TestPods.pod("one", "a"), "a", "b"), "me/1/0");

  @Test
  void isAsPublished() {
    Pod pod = PodForm.of(ORDER, PodNames.of(ORDER, 0));
    assertThat(pod.getMetadata().getName()).matches("resnet-50-deployment-[0-9a-f]{5}");
    assertThat(pod.getMetadata().getNamespace()).isEqualTo("default");
    assertThat(pod.getMetadata().getLabels())
        .isEqualTo(Map.of("ether.edgerun.io/function", "resnet-50", "ether.edgerun.io/zone", "b"));
    assertThat(pod.getMetadata().getAnnotations()).containsEntry("edgewatt.io/decision", "me/1/0");
    assertThat(pod.getSpec().getNodeSelector())
        .isEqualTo(Map.of("node-role.kubernetes.io/worker", "true", "ether.edgerun.io/zone", "b"));
    Container container = pod.getSpec().getContainers().get(0);
    assertThat(container.getName()).isEqualTo("resnet-container");
    assertThat(container.getImage()).isEqualTo("docker/resnet:1.0");
    assertThat(container.getPorts().get(0).getContainerPort()).isEqualTo(8080);
    assertThat(container.getPorts().get(0).getName()).isEqualTo("function-port");
    assertThat(container.getResources().getRequests())
        .isEqualTo(Map.of("cpu", new Quantity("250m"), "memory", new Quantity("134217728")));
  }

  @Test
  void oneDecisionHasOneNameAndOthersHaveOthers() {
    Order.Create other = new Order.Create(ORDER.creation(), "me/1/1");
    assertThat(PodNames.of(ORDER, 0)).isEqualTo(PodNames.of(ORDER, 0));
    assertThat(PodNames.of(ORDER, 1)).isNotEqualTo(PodNames.of(ORDER, 0));
    assertThat(PodNames.of(other, 0)).isNotEqualTo(PodNames.of(ORDER, 0));
  }

  @Test
  void asksForNothingWhereThePodAsksForNothing() {
    assertThat(PodForm.requests(Resources.NONE)).isEmpty();
    assertThat(PodForm.requests(new Resources(0.0004, 0, 1))).isEqualTo(Map.of("cpu", "1m"));
  }
}
