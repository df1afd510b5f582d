package io.github.edgewatt.yolo.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A model that costs what it is asked to: a graded compute load in the place of a detector.
 *
 * <p>It takes pictures and gives boxes as an undecoded YOLOX of COCO's 80 classes does, so that
 * everything around it runs as with a real one. What it finds is where a picture is bright. All
 * layers share one set of weights (positive, summing to less than 1, so that numbers neither grow
 * nor fade into denormals): 1,000 GFLOPs would otherwise take a gigabyte.
 *
 * @param gigaFlops floating-point operations for one image, in 10^9
 * @param side of the square input, in pixels
 */
public record SyntheticModel(double gigaFlops, int side) {
  /** What the model's name begins with. */
  public static final String PREFIX = "synthetic:";

  private static final int SIDE = 320;
  private static final double LEAST = 0.001;
  private static final double MOST = 1000;
  private static final float SHARE = 0.9f;

  /**
   * Reads {@code synthetic:<GFLOPs>}.
   *
   * @param side side of the input; absent: 320
   * @throws IllegalArgumentException where that is no number from .001 to 1000, or the side does
   *     not go with it
   */
  public static SyntheticModel of(String text, OptionalInt side) {
    double asked;
    try {
      asked = Double.parseDouble(text.substring(PREFIX.length()).strip());
    } catch (NumberFormatException e) {
      asked = Double.NaN;
    }
    if (!(asked >= LEAST && asked <= MOST)) {
      throw new IllegalArgumentException(
          "a synthetic model is synthetic:<GFLOPs> with .001 to 1000 of them, not " + text);
    }
    SyntheticModel model = new SyntheticModel(asked, side.orElse(SIDE));
    SyntheticPlan.of(model.gigaFlops, model.side);
    return model;
  }

  /** The model's name in results: {@code synthetic-1.5}. */
  public String name() {
    String number =
        gigaFlops == Math.rint(gigaFlops)
            ? String.format(Locale.ROOT, "%.0f", gigaFlops)
            : Double.toString(gigaFlops);
    return "synthetic-" + number;
  }

  /** What it really costs: floating-point operations for one image. */
  public long flops() {
    return SyntheticPlan.of(gigaFlops, side).flops();
  }

  /** The model in ONNX form. */
  public byte[] bytes() {
    SyntheticPlan plan = SyntheticPlan.of(gigaFlops, side);
    int channels = plan.channels();
    GraphBuilder graph = new GraphBuilder(name());
    String image = graph.input("images", GraphBuilder.FLOAT, 1, 3, side, side);
    String value = graph.means(image, 8);
    value = weighted(graph, value, 3, channels, 1, SHARE / 255);
    String weights = graph.floats(weights(channels, channels, 3, SHARE), channels, channels, 3, 3);
    String bias = graph.floats(filled(channels, (1 - SHARE) / 2), channels);
    for (int layer = 0; layer < plan.layers(); layer++) {
      value = graph.convolution(value, weights, bias, 3);
    }
    String[] grids = new String[3];
    for (int grid = 0; grid < 3; grid++) {
      value = grid == 0 ? value : graph.means(value, 2);
      grids[grid] = head(graph, value, channels, plan.extra()[grid], grid == 2);
    }
    graph.node("Concat", "output", List.of(grids), GraphBuilder.number("axis", 1));
    long cells = plan.cells(0) + plan.cells(1) + plan.cells(2);
    graph.output("output", GraphBuilder.FLOAT, 1, cells, SyntheticPlan.HEAD);
    return graph.build();
  }

  private static String head(
      GraphBuilder graph, String of, int channels, int extra, boolean coarsest) {
    String value = of;
    if (extra > 0) {
      value = graph.join(1, of, weighted(graph, of, channels, extra, 1, SHARE));
    }
    int in = channels + extra;
    float[] weights = weights(in, SyntheticPlan.HEAD, 1, SHARE);
    float[] bias = new float[SyntheticPlan.HEAD];
    // Boxes of three cells about each cell's middle, and none at all on the finer grids.
    Arrays.fill(weights, 0, 4 * in, 0);
    bias[0] = 0.5f;
    bias[1] = 0.5f;
    bias[2] = (float) Math.log(3);
    bias[3] = bias[2];
    if (!coarsest) {
      Arrays.fill(weights, 4 * in, 5 * in, 0);
    }
    String boxes =
        graph.convolution(
            value,
            graph.floats(weights, SyntheticPlan.HEAD, in, 1, 1),
            graph.floats(bias, SyntheticPlan.HEAD),
            1);
    String rows = graph.node("Reshape", List.of(boxes, graph.integers(1, SyntheticPlan.HEAD, -1)));
    return graph.node("Transpose", List.of(rows), GraphBuilder.list("perm", 0, 2, 1));
  }

  private static String weighted(
      GraphBuilder graph, String of, int in, int out, int kernel, float sum) {
    return graph.convolution(
        of,
        graph.floats(weights(in, out, kernel, sum), out, in, kernel, kernel),
        graph.floats(new float[out], out),
        kernel);
  }

  /**
   * Weights that are all positive, differ, and sum to {@code sum} for each channel that comes out.
   */
  private static float[] weights(int in, int out, int kernel, float sum) {
    int each = in * kernel * kernel;
    float[] weights = new float[out * each];
    for (int o = 0; o < out; o++) {
      float total = 0;
      for (int i = 0; i < each; i++) {
        weights[o * each + i] = 1 + (7 * o + 3 * i) % 5;
        total += weights[o * each + i];
      }
      for (int i = 0; i < each; i++) {
        weights[o * each + i] *= sum / total;
      }
    }
    return weights;
  }

  private static float[] filled(int length, float value) {
    float[] values = new float[length];
    Arrays.fill(values, value);
    return values;
  }
}
