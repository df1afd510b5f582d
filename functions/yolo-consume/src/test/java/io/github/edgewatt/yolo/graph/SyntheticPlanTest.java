package io.github.edgewatt.yolo.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.edgewatt.yolo.graph.onnx.GraphProto;
import io.github.edgewatt.yolo.graph.onnx.ModelProto;
import io.github.edgewatt.yolo.graph.onnx.NodeProto;
import io.github.edgewatt.yolo.graph.onnx.TensorProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticPlanTest {
  @ParameterizedTest
  @ValueSource(
      doubles = {.001, .0015, .003, .01, .05, .1, .5, 1, 1.08, 1.5, 4.5, 17, 100, 999, 1000})
  void costsWhatIsAskedWithinTwoPercent(double gigaFlops) {
    assertThat((double) SyntheticPlan.of(gigaFlops, 320).flops())
        .isCloseTo(gigaFlops * 1e9, Percentage.withPercentage(2));
  }

  @ParameterizedTest
  @CsvSource({"32, .001", "160, .02", "416, 1.08", "640, 4.5", "1280, 30"})
  void costsItAtAnySide(int side, double gigaFlops) {
    assertThat((double) SyntheticPlan.of(gigaFlops, side).flops())
        .isCloseTo(gigaFlops * 1e9, Percentage.withPercentage(2));
  }

  @ParameterizedTest
  @CsvSource({"320, .001", "320, .3", "320, 1.5", "640, 2"})
  void theGraphsOwnConvolutionsCostThat(int side, double gigaFlops) throws Exception {
    SyntheticModel model = new SyntheticModel(gigaFlops, side);

    assertThat(counted(model.bytes(), side)).isEqualTo(model.flops());
  }

  @Test
  void countsTheLayersByHand() {
    // 8 cells of means across: 64 cells, 16, 4; 2 channels; 1 layer.
    SyntheticPlan plan = new SyntheticPlan(64, 2, 1, new int[] {1, 0, 0});

    assertThat(plan.flops())
        .isEqualTo(
            2 * 3 * 2 * 64 + 2 * 9 * 2 * 2 * 64 + 2 * 2 * 85 * (64 + 16 + 4) + 2 * (2 + 85) * 64);
  }

  @Test
  void refusesWhatCannotBeHad() {
    assertThatThrownBy(() -> SyntheticPlan.of(.001, 1280))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at a side of 1280 a synthetic model costs at least 0.0059 GFLOPs, not 0.001");
    assertThatThrownBy(() -> SyntheticPlan.of(1, 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a multiple of 32");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "synthetic:",
        "synthetic:x",
        "synthetic:0",
        "synthetic:1001",
        "synthetic:NaN",
        "synthetic:-1"
      })
  void refusesCostsThatAreNone(String text) {
    assertThatThrownBy(() -> SyntheticModel.of(text, OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a synthetic model is synthetic:<GFLOPs> with .001 to 1000 of them, not " + text);
  }

  @Test
  void isTheSameEveryTime() {
    assertThat(new SyntheticModel(.01, 320).bytes())
        .isEqualTo(new SyntheticModel(.01, 320).bytes());
    assertThat(SyntheticModel.of("synthetic:1.5", OptionalInt.empty()).name())
        .isEqualTo("synthetic-1.5");
    assertThat(SyntheticModel.of("synthetic:2", OptionalInt.of(640)))
        .isEqualTo(new SyntheticModel(2, 640));
  }

  /** Follows the graph from its input: what its convolutions cost by the sizes they really have. */
  private static long counted(byte[] model, int side) throws Exception {
    GraphProto graph = ModelProto.parseFrom(model).getGraph();
    Map<String, List<Long>> weights = new HashMap<>();
    for (TensorProto tensor : graph.getInitializerList()) {
      weights.put(tensor.getName(), tensor.getDimsList());
    }
    Map<String, Long> cells = new HashMap<>(Map.of("images", (long) side * side));
    long flops = 0;
    for (NodeProto node : graph.getNodeList()) {
      long in = cells.getOrDefault(node.getInput(0), 0L);
      if (node.getOpType().equals("AveragePool")) {
        long stride = node.getAttribute(1).getInts(0);
        in /= stride * stride;
      }
      if (node.getOpType().equals("Conv")) {
        assertThat(in).isPositive();
        flops += 2 * in * weights.get(node.getInput(1)).stream().reduce(1L, (a, b) -> a * b);
      }
      cells.put(node.getOutput(0), in);
    }
    assertThat(cells).extractingByKey("output").isNotNull();
    return flops;
  }

  @Test
  void growsWithWhatIsAsked() {
    double before = 0;
    for (double gigaFlops = .001; gigaFlops < 1000; gigaFlops *= 1.3) {
      double flops = SyntheticPlan.of(gigaFlops, 320).flops();
      assertThat(flops).isGreaterThan(before);
      assertThat(flops / gigaFlops / 1e9).isCloseTo(1, within(.02));
      before = flops;
    }
  }
}
