package io.github.edgewatt.yolo.graph;

/**
 * How a model of a given cost is laid out.
 *
 * <p>Means of 8 x 8 pixels; a first convolution (1 x 1) from 3 channels to {@code channels}; {@code
 * layers} convolutions (3 x 3) at that width; grids of 8, 16 and 32 pixels a cell, each with {@code
 * extra} channels more (1 x 1), and a head (1 x 1) of 85 numbers a cell. A convolution costs {@code
 * 2 k^2 in out cells} floating-point operations, a multiplication and an addition each; means,
 * additions of biases and moving numbers about do not count, as is usual.
 *
 * @param side of the square input in pixels, a multiple of 32
 * @param channels width of the layers
 * @param layers how many there are
 * @param extra more channels for each grid, finest first: what makes the sum come out
 */
record SyntheticPlan(int side, int channels, int layers, int[] extra) {
  /** Box, objectness, and COCO's 80 classes. */
  static final int HEAD = 85;

  static final int COARSEST = 32;
  private static final int MOST_SIDE = 4096;

  /** Above this width the weights of a layer no longer fit into a core's cache. */
  private static final int MOST_CHANNELS = 256;

  private static final int LEAST_LAYERS = 8;

  SyntheticPlan {
    extra = extra.clone();
  }

  @Override
  public int[] extra() {
    return extra.clone();
  }

  /**
   * Plans a model.
   *
   * @param gigaFlops floating-point operations for one image, in 10^9
   * @throws IllegalArgumentException where the side is no multiple of 32, or the cost is less than
   *     the smallest model of that side has
   */
  static SyntheticPlan of(double gigaFlops, int side) {
    if (side < COARSEST || side > MOST_SIDE || side % COARSEST != 0) {
      throw new IllegalArgumentException(
          "the side of a synthetic model's input is a multiple of 32 up to 4096, not " + side);
    }
    double wanted = gigaFlops * 1e9;
    int channels = MOST_CHANNELS;
    while (channels > 1
        && new SyntheticPlan(side, channels, LEAST_LAYERS, new int[3]).flops() > wanted) {
      channels /= 2;
    }
    SyntheticPlan bare = new SyntheticPlan(side, channels, 0, new int[3]);
    double left = wanted - bare.flops();
    if (left < 0) {
      throw new IllegalArgumentException(
          "at a side of %d a synthetic model costs at least %.4f GFLOPs, not %s"
              .formatted(side, bare.flops() / 1e9, gigaFlops));
    }
    int layers = (int) (left / bare.layer());
    left -= (double) layers * bare.layer();
    int[] extra = new int[3];
    for (int grid = 0; grid < 3; grid++) {
      double one = bare.extraChannel(grid);
      // The last grid is the finest step: there the nearest number is taken, not the one below.
      extra[grid] = (int) (grid < 2 ? left / one : Math.round(left / one));
      left -= extra[grid] * one;
    }
    return new SyntheticPlan(side, channels, layers, extra);
  }

  /** Cells of a grid: 0 is that of 8 pixels a cell, 1 of 16, 2 of 32. */
  long cells(int grid) {
    long across = side / (8L << grid);
    return across * across;
  }

  private long layer() {
    return 2L * 9 * channels * channels * cells(0);
  }

  private long extraChannel(int grid) {
    return 2L * (channels + HEAD) * cells(grid);
  }

  /** Floating-point operations for one image. */
  long flops() {
    long flops = 2L * 3 * channels * cells(0) + layers * layer();
    for (int grid = 0; grid < 3; grid++) {
      flops += 2L * channels * HEAD * cells(grid) + extra[grid] * extraChannel(grid);
    }
    return flops;
  }
}
