package io.github.edgewatt.yolo.graph;

import java.util.List;

/**
 * A model of a few weights that truly finds something: squares of pure red, green or blue, 24 x 24
 * pixels of its input.
 *
 * <p>The colour's share of each 8 x 8 cell is {@code clip((c - a - b) / 255, 0, 1)} for its value c
 * and the others' a, b. A cell's score is the mean share of the 3 x 3 cells around it, squared by
 * the head; the box's middle is the centre of gravity of the 5 x 5 cells around it. Grey, white and
 * any mixture of colours come out as 0.
 */
public final class TinyModel {
  /** The classes' names, by index. */
  public static final List<String> NAMES = List.of("red", "green", "blue");

  /** Side of the squares it finds, in pixels of its input. */
  public static final int SQUARE = 24;

  /** Four of a box, objectness, three classes. */
  static final int ROW = 8;

  private TinyModel() {}

  /**
   * The model as an undecoded YOLOX of three classes.
   *
   * @param side of its square input, a multiple of 32
   */
  public static byte[] bytes(int side) {
    GraphBuilder graph = new GraphBuilder("tiny");
    String image = graph.input("images", GraphBuilder.FLOAT, 1, 3, side, side);
    String fine = cells(graph, image, true, 255);
    String middle = nothing(graph, fine, 2);
    String coarse = nothing(graph, fine, 4);
    String[] rows = {rows(graph, fine), rows(graph, middle), rows(graph, coarse)};
    graph.node("Concat", "output", List.of(rows), GraphBuilder.number("axis", 1));
    long fineCells = (side / 8L) * (side / 8L);
    graph.output("output", GraphBuilder.FLOAT, 1, fineCells + fineCells / 4 + fineCells / 16, ROW);
    return graph.build();
  }

  /**
   * The finest grid: {@code [1, 8, h / 8, w / 8]}, planes as YOLOX has them.
   *
   * @param blueFirst the order of the picture's planes
   * @param white what white is in it, 1 or 255
   */
  static String cells(GraphBuilder graph, String image, boolean blueFirst, float white) {
    String means = graph.means(image, 8);
    float[] purity = new float[9];
    for (int colour = 0; colour < 3; colour++) {
      for (int plane = 0; plane < 3; plane++) {
        boolean same = colour == (blueFirst ? 2 - plane : plane);
        purity[3 * colour + plane] = (same ? 1 : -1) / white;
      }
    }
    String shares =
        graph.convolution(
            means, graph.floats(purity, 3, 3, 1, 1), graph.floats(new float[3], 3), 1);
    String clipped =
        graph.node(
            "Clip", List.of(shares, graph.floats(new float[] {0}), graph.floats(new float[] {1})));
    return graph.convolution(
        clipped, graph.floats(kernels(), ROW, 3, 5, 5), graph.floats(biases(), ROW), 5);
  }

  private static float[] kernels() {
    float[] kernels = new float[ROW * 3 * 25];
    for (int colour = 0; colour < 3; colour++) {
      for (int y = -2; y <= 2; y++) {
        for (int x = -2; x <= 2; x++) {
          int at = 25 * colour + 5 * (y + 2) + x + 2;
          boolean near = Math.abs(x) < 2 && Math.abs(y) < 2;
          kernels[at] = x / 9f;
          kernels[75 + at] = y / 9f;
          kernels[4 * 75 + at] = near ? 1 / 9f : 0;
          kernels[(5 + colour) * 75 + at] = near ? 1 / 9f : 0;
        }
      }
    }
    return kernels;
  }

  private static float[] biases() {
    float size = (float) Math.log(SQUARE / 8.0);
    return new float[] {0.5f, 0.5f, size, size, 0, 0, 0, 0};
  }

  /** A coarser grid in which nothing is ever found. */
  static String nothing(GraphBuilder graph, String fine, int side) {
    return graph.convolution(
        graph.means(fine, side),
        graph.floats(new float[ROW * ROW], ROW, ROW, 1, 1),
        graph.floats(new float[ROW], ROW),
        1);
  }

  /** Planes turned into rows: {@code [1, cells, 8]}. */
  static String rows(GraphBuilder graph, String planes) {
    String flat = graph.node("Reshape", List.of(planes, graph.integers(1, ROW, -1)));
    return graph.node("Transpose", List.of(flat), GraphBuilder.list("perm", 0, 2, 1));
  }
}
