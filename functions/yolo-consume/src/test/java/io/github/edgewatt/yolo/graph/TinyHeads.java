package io.github.edgewatt.yolo.graph;

import java.util.List;

/** The tiny model with other families' heads, all for a square input of {@link #SIDE}. */
public final class TinyHeads {
  public static final int SIDE = 128;
  private static final int ACROSS = SIDE / 8;
  private static final int FINE = ACROSS * ACROSS;
  private static final int CELLS = FINE + FINE / 4 + FINE / 16;

  private TinyHeads() {}

  /** YOLOv5: decoded rows, three boxes a cell of which one finds something. */
  public static byte[] yoloV5(int type) {
    GraphBuilder graph = new GraphBuilder("v5");
    String planes = decoded(graph, input(graph, type, SIDE), false);
    String rows = TinyModel.rows(graph, planes);
    String none = zeros(graph, 3 * CELLS - FINE, TinyModel.ROW);
    return output(graph, graph.join(1, rows, none), type, 1, 3 * CELLS, TinyModel.ROW);
  }

  /** YOLOv8: decoded, no objectness, a box's numbers apart or side by side. */
  public static byte[] yoloV8(boolean turned) {
    GraphBuilder graph = new GraphBuilder("v8");
    String planes = decoded(graph, input(graph, GraphBuilder.FLOAT, SIDE), true);
    String rows = TinyModel.rows(graph, planes);
    String all = graph.join(1, rows, zeros(graph, CELLS - FINE, TinyModel.ROW));
    // Middle, size and classes are kept; objectness is the fifth.
    String kept =
        graph.node(
            "Gather",
            List.of(all, graph.integers(0, 1, 2, 3, 5, 6, 7)),
            GraphBuilder.number("axis", 2));
    if (turned) {
      return output(graph, kept, GraphBuilder.FLOAT, 1, CELLS, 7);
    }
    String apart = graph.node("Transpose", List.of(kept), GraphBuilder.list("perm", 0, 2, 1));
    return output(graph, apart, GraphBuilder.FLOAT, 1, 7, CELLS);
  }

  /** FastestDet: planes on one grid; what its head does to them is undone here. */
  public static byte[] fastestDet() {
    GraphBuilder graph = new GraphBuilder("fastestdet");
    String image = input(graph, GraphBuilder.FLOAT, SIDE);
    String cells = TinyModel.cells(graph, image, true, 1);
    // Offsets of up to .9 of a cell stay below where tanh bends too far; sizes are a logit.
    float share = (float) TinyModel.SQUARE / SIDE;
    float logit = (float) Math.log(share / (1 - share));
    float[] add = {0, 0.5f, 0.5f, logit, logit, 0, 0, 0};
    // New order: objectness, box, classes. Sizes come from the bias alone.
    int[] from = {4, 0, 1, -1, -1, 5, 6, 7};
    float[] weights = new float[TinyModel.ROW * TinyModel.ROW];
    for (int i = 0; i < TinyModel.ROW; i++) {
      if (from[i] >= 0) {
        weights[i * TinyModel.ROW + from[i]] = 1;
      }
    }
    // Offsets of half a cell: atanh(.5) in place of .5.
    add[1] += (float) (Math.log(3) / 2) - 1;
    add[2] += (float) (Math.log(3) / 2) - 1;
    String planes =
        graph.convolution(
            cells,
            graph.floats(weights, TinyModel.ROW, TinyModel.ROW, 1, 1),
            graph.floats(add, TinyModel.ROW),
            1);
    return output(graph, planes, GraphBuilder.FLOAT, 1, TinyModel.ROW, ACROSS, ACROSS);
  }

  /** YOLOX that takes any size: nothing of its shapes is declared. */
  public static byte[] open() {
    GraphBuilder graph = new GraphBuilder("open");
    String fine = TinyModel.cells(graph, input(graph, GraphBuilder.FLOAT, -1), true, 255);
    String rows =
        graph.join(
            1,
            TinyModel.rows(graph, fine),
            TinyModel.rows(graph, TinyModel.nothing(graph, fine, 2)),
            TinyModel.rows(graph, TinyModel.nothing(graph, fine, 4)));
    return output(graph, rows, GraphBuilder.FLOAT, 1, -1, TinyModel.ROW);
  }

  /** A model of pictures that is no detector. */
  public static byte[] classifier() {
    GraphBuilder graph = new GraphBuilder("classifier");
    String means = graph.means(input(graph, GraphBuilder.FLOAT, SIDE), SIDE);
    String flat = graph.node("Reshape", List.of(means, graph.integers(1, 3)));
    return output(graph, flat, GraphBuilder.FLOAT, 1, 3);
  }

  /** A model of something else than pictures. */
  public static byte[] sums() {
    GraphBuilder graph = new GraphBuilder("sums");
    String numbers = graph.input("numbers", GraphBuilder.FLOAT, 1, 4);
    return output(graph, graph.node("Add", List.of(numbers, numbers)), GraphBuilder.FLOAT, 1, 4);
  }

  private static String input(GraphBuilder graph, int type, long side) {
    String image = graph.input("images", type, 1, 3, side, side);
    return type == GraphBuilder.FLOAT
        ? image
        : graph.node("Cast", List.of(image), GraphBuilder.number("to", GraphBuilder.FLOAT));
  }

  private static byte[] output(GraphBuilder graph, String value, int type, long... shape) {
    graph.node("Cast", "found", List.of(value), GraphBuilder.number("to", type));
    graph.output("found", type, shape);
    return graph.build();
  }

  /** Planes of middle x, middle y, width, height in pixels, objectness, classes; RGB up to 1. */
  private static String decoded(GraphBuilder graph, String image, boolean alone) {
    String cells = TinyModel.cells(graph, image, false, 1);
    float[] scale = new float[TinyModel.ROW * TinyModel.ROW];
    float[] add = new float[TinyModel.ROW * FINE];
    for (int i = 0; i < TinyModel.ROW; i++) {
      boolean size = i == 2 || i == 3;
      scale[i * TinyModel.ROW + i] = size ? 0 : i < 2 ? 8 : 1;
      for (int cell = 0; cell < FINE; cell++) {
        int place = i == 0 ? cell % ACROSS : i == 1 ? cell / ACROSS : 0;
        add[i * FINE + cell] = size ? TinyModel.SQUARE : 8 * place;
      }
    }
    String scaled =
        graph.convolution(
            cells,
            graph.floats(scale, TinyModel.ROW, TinyModel.ROW, 1, 1),
            graph.floats(new float[TinyModel.ROW], TinyModel.ROW),
            1);
    String boxes =
        graph.node("Add", List.of(scaled, graph.floats(add, 1, TinyModel.ROW, ACROSS, ACROSS)));
    // Without objectness a score is one share and not its square: squared here to be as strict.
    return alone ? squared(graph, boxes) : boxes;
  }

  private static String squared(GraphBuilder graph, String boxes) {
    String first =
        graph.node(
            "Gather",
            List.of(boxes, graph.integers(0, 1, 2, 3, 4)),
            GraphBuilder.number("axis", 1));
    String classes =
        graph.node(
            "Gather", List.of(boxes, graph.integers(5, 6, 7)), GraphBuilder.number("axis", 1));
    return graph.join(1, first, graph.node("Mul", List.of(classes, classes)));
  }

  private static String zeros(GraphBuilder graph, int rows, int columns) {
    return graph.floats(new float[rows * columns], 1, rows, columns);
  }
}
