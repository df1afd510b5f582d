package io.github.edgewatt.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.github.edgewatt.cluster.CpuDemand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PodResourcesTest {
  @Test
  void containersAddUp() {
    PodSpec spec = spec(List.of(container("250m", "1"), container("0.5", "2")), List.of());
    assertThat(PodResources.of(spec)).isEqualTo(new CpuDemand(0.75, 3));
  }

  @Test
  void aLargeInitContainerIsTheWholeOfIt() {
    PodSpec spec =
        spec(
            List.of(container("250m", "250m"), container("250m", "250m")),
            List.of(container("2", "3"), container("1", "1")));
    assertThat(PodResources.of(spec)).isEqualTo(new CpuDemand(2, 3));
  }

  @Test
  void sidecarsRunBesideTheContainersAndBesideTheInitContainersAfterThem() {
    PodSpec spec =
        spec(
            List.of(container("1", "1")),
            List.of(
                container("4", "4"),
                sidecar("2", "2"),
                container("2500m", "2500m"),
                sidecar("1", "1")));
    // Init alone 4; init beside the first sidecar 4.5; at the end 1 + 2 + 1 = 4.
    assertThat(PodResources.of(spec)).isEqualTo(new CpuDemand(4.5, 4.5));
  }

  @Test
  void aLimitAloneIsARequestToo() {
    PodSpec spec = spec(List.of(container(null, "500m")), List.of());
    assertThat(PodResources.of(spec)).isEqualTo(new CpuDemand(0.5, 0.5));
    assertThat(PodResources.of(container("0", "1"))).isEqualTo(new CpuDemand(0, 1));
  }

  @Test
  void overheadComesOnTopAndOnALimitOnlyWhereThereIsOne() {
    PodSpec spec = spec(List.of(container("1", null)), List.of());
    spec.setOverhead(Map.of("cpu", new Quantity("100m")));
    assertThat(PodResources.of(spec)).isEqualTo(new CpuDemand(1.1, 0));
    spec.setContainers(List.of(container("1", "2")));
    assertThat(PodResources.of(spec)).isEqualTo(new CpuDemand(1.1, 2.1));
  }

  @Test
  void whatThePodAsAWholeDeclaresStandsForItsContainers() {
    PodSpec spec =
        new PodSpecBuilder(spec(List.of(container("1", "1")), List.of()))
            .withNewResources()
            .addToRequests("cpu", new Quantity("3"))
            .endResources()
            .build();
    assertThat(PodResources.of(spec)).isEqualTo(new CpuDemand(3, 1));
  }

  @Test
  void nothingAskedForIsNothing() {
    assertThat(PodResources.of(new PodSpec())).isEqualTo(CpuDemand.NONE);
    assertThat(PodResources.of(spec(List.of(new Container()), List.of())))
        .isEqualTo(CpuDemand.NONE);
    assertThat(PodResources.of(container("-1", null))).isEqualTo(CpuDemand.NONE);
  }

  @ParameterizedTest
  @CsvSource({"100m, 0.1", "1, 1", "1500m, 1.5", "2k, 2000", "1500000n, 0.0015", "1e3, 1000"})
  void quantitiesAreReadAsKubernetesWritesThem(String quantity, double cores) {
    assertThat(PodResources.of(container(quantity, null)).requested())
        .isEqualTo(cores, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"much", "1x", "1 2"})
  void whatIsNoQuantityIsRefusedInOneLine(String quantity) {
    Container container = container(quantity, null);
    assertThatThrownBy(() -> PodResources.of(container))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cpu")
        .hasMessageNotContaining("\n");
  }

  static List<Long> seeds() {
    return new Random(20260501).longs(200).boxed().toList();
  }

  /** The request is the most that runs at once, found by walking through the pod's start. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theRequestIsTheMostThatRunsAtOnce(long seed) {
    Random random = new Random(seed);
    List<Container> containers = some(random, 1 + random.nextInt(3), false);
    List<Container> starters = some(random, random.nextInt(5), true);
    double most = 0;
    double staying = 0;
    for (Container starter : starters) {
      double own = Quantities.of(starter.getResources().getRequests(), "cpu");
      most = Math.max(most, staying + own);
      if ("Always".equals(starter.getRestartPolicy())) {
        staying += own;
      }
    }
    for (Container container : containers) {
      staying += Quantities.of(container.getResources().getRequests(), "cpu");
    }
    most = Math.max(most, staying);
    assertThat(PodResources.of(spec(containers, starters)).requested())
        .isEqualTo(most, within(1e-9));
  }

  private static List<Container> some(Random random, int count, boolean sidecarsToo) {
    List<Container> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String quantity = random.nextInt(3_000) + "m";
      boolean sidecar = sidecarsToo && random.nextBoolean();
      some.add(sidecar ? sidecar(quantity, quantity) : container(quantity, quantity));
    }
    return some;
  }

  private static PodSpec spec(List<Container> containers, List<Container> init) {
    return new PodSpecBuilder().withContainers(containers).withInitContainers(init).build();
  }

  private static Container sidecar(String request, String limit) {
    Container container = container(request, limit);
    container.setRestartPolicy("Always");
    return container;
  }

  private static Container container(String request, String limit) {
    ContainerBuilder builder =
        new ContainerBuilder().withName("c").withNewResources().endResources();
    if (request != null) {
      builder.editResources().addToRequests("cpu", new Quantity(request)).endResources();
    }
    if (limit != null) {
      builder.editResources().addToLimits("cpu", new Quantity(limit)).endResources();
    }
    return builder.build();
  }
}
