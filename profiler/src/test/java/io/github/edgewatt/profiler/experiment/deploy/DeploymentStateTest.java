package io.github.edgewatt.profiler.experiment.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.experiment.stage.StageException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeploymentStateTest {
  private static final String DEPLOYMENT =
      """
      Warning: something is old
      {"spec":{"replicas":3,"template":{"spec":{"containers":[{"env":[
        {"name":"YOLO_MODEL","value":"custom-20k"},
        {"name":"POD_IP","valueFrom":{"fieldRef":{"fieldPath":"status.podIP"}}}]}]}}}}
      """;

  @Test
  void remembersWhatWillBeChanged() throws Exception {
    DeploymentState state = DeploymentState.of(DEPLOYMENT, List.of("YOLO_MODEL", "RESOLUTION"));

    assertThat(state.replicas()).isEqualTo(3);
    assertThat(state.environment()).containsExactly("YOLO_MODEL=custom-20k", "RESOLUTION-");
    assertThat(state.autoscaler()).isEmpty();
    assertThat(state.withAutoscaler("{\"spec\":{\"maxReplicas\":34}}").autoscaler())
        .contains("{\"spec\":{\"minReplicas\":1,\"maxReplicas\":34}}");
  }

  @Test
  void refusesWhatCouldNotBePutBack() {
    assertThatThrownBy(() -> DeploymentState.of(DEPLOYMENT, List.of("POD_IP")))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("POD_IP");
    assertThatThrownBy(() -> DeploymentState.of("No resources found", List.of()))
        .isInstanceOf(StageException.class);
  }

  @Test
  void targetsAreGroupedByJob() {
    assertThat(
            TargetsFile.json(
                Map.of("b", List.of("127.0.0.1:2"), "a", List.of("x:1", "y:1"), "c", List.of())))
        .isEqualTo(
            "[{\"labels\":{\"job\":\"a\"},\"targets\":[\"x:1\",\"y:1\"]},"
                + "{\"labels\":{\"job\":\"b\"},\"targets\":[\"127.0.0.1:2\"]}]");
  }
}
