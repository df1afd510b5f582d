package io.github.edgewatt.scaling.events;

import static io.github.edgewatt.scaling.TestPods.NOW;
import static io.github.edgewatt.scaling.TestPods.creation;
import static io.github.edgewatt.scaling.TestPods.pod;
import static io.github.edgewatt.scaling.TestPods.removal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.edgewatt.scaling.apply.Applied;
import io.github.edgewatt.scaling.apply.Order;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScaleScheduleTest {
  @Test
  void beginsWithThePublishedFieldsInTheirOrder() {
    Order order = new Order.Create(creation(pod("one", "a"), "b", "a"), "me/1/0");
    Applied applied = new Applied(order, "resnet-50-deployment-0a1b2", "", Optional.empty());
    assertThat(ScaleSchedule.of(applied, "vm5", NOW, false))
        .hasToString(
            "{\"fn\":\"resnet_50\",\"gateway\":\"vm5\",\"value\":1.5,\"threshold\":0.8,"
                + "\"origin_zone\":\"b\",\"dest_zone\":\"a\",\"pod_creation_request\":{"
                + "\"pod_name\":\"resnet-50-deployment-0a1b2\",\"container_name\":"
                + "\"resnet-container\",\"image\":\"docker/resnet:1.0\",\"labels\":{"
                + "\"ether.edgerun.io/function\":\"resnet-50\",\"ether.edgerun.io/zone\":\"a\"},"
                + "\"namespace\":\"default\"},\"ts\":1777629600.000000,\"pod\":{\"ts\":1777629600.000000,"
                + "\"pod_name\":\"resnet-50-deployment-0a1b2\",\"container_id\":"
                + "\"resnet-container\",\"image\":\"docker/resnet:1.0\",\"labels\":{"
                + "\"ether.edgerun.io/function\":\"resnet-50\",\"ether.edgerun.io/zone\":\"a\"},"
                + "\"resource_requests\":{\"cpu\":\"250m\",\"memory\":\"134217728\"},"
                + "\"namespace\":\"default\"},\"delete\":false,\"reason\":\"pressure 1.5 > 0.8\"}");
  }

  @Test
  void aRemovalSaysSoAndWhatIsNotKnownIsNull() {
    Order order = new Order.Remove(removal(pod("one", "a")));
    Applied applied = new Applied(order, "one", "", Optional.empty());
    ObjectNode event = ScaleSchedule.of(applied, "", NOW, false);
    assertThat(event.get("delete").asBoolean()).isTrue();
    assertThat(event.get("value").isNull()).isTrue();
    assertThat(event.at("/pod_creation_request/pod_name").asText()).isEqualTo("one");
    assertThat(event.get("dest_zone").asText()).isEqualTo("a");
    assertThat(event.get("reason").asText()).isEqualTo("no requests");
    assertThat(event.has("failure")).isFalse();
    assertThat(event.has("dry_run")).isFalse();
  }

  @Test
  void tellsOfFailuresDeploymentsAndDryRuns() {
    Order order = new Order.Create(creation(pod("one", "a"), "b", "a"), "me/1/0");
    Applied scaled = new Applied(order, "", "resnet", Optional.of("forbidden"));
    ObjectNode event = ScaleSchedule.of(scaled, "vm5", NOW, true);
    assertThat(event.get("deployment").asText()).isEqualTo("resnet");
    assertThat(event.get("failure").asText()).isEqualTo("forbidden");
    assertThat(event.get("dry_run").asBoolean()).isTrue();
  }
}
