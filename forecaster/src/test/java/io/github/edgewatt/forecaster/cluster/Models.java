package io.github.edgewatt.forecaster.cluster;

import java.util.List;

/** Small models with plain figures. */
final class Models {
  private Models() {}

  static GroupModel upstream() {
    Pca pca =
        new Pca(
            new double[] {0.5, 0.25, 0.125, 0.5, 0.25, 0.125},
            new double[][] {{1, 0, 0, 0, 0, 0}},
            new double[] {0.97, 0.03});
    return model(
        new GridEmbedding(
            List.of(50),
            List.of("success_rate", "cpu_usage"),
            List.of("ram_usage", "power_usage", "overloaded", "medium_latency"),
            new double[] {0, 1.5},
            new double[] {1, 99.25},
            pca),
        new double[][] {{0.5}, {-0.5}});
  }

  static GroupModel marginal() {
    return model(
        new MarginalEmbedding(
            List.of("cpu_per_request", "knee"),
            List.of("energy_per_request"),
            new double[] {0.75, 3},
            new double[] {0.5, 0.5}),
        new double[][] {{0.5, -1e-7}, {-0.5, 0}});
  }

  static GroupModel model(Embedding embedding, double[][] centroids) {
    return new GroupModel(
        "0.1.0",
        List.of("results-2026-11-22_10-00-00-a.csv", "results-2026-11-22_10-00-00-b.csv"),
        "c0ffee".repeat(10) + "1234",
        1,
        "--k 2",
        embedding,
        List.of(
            new Group(0, "HIGH", 40.5, 0.25, 0.375, centroids[0]),
            new Group(1, "LOW", 1.5, 0, 0.375, centroids[1])),
        List.of(
            new GroupedFunction("a", 0, 0.25),
            new GroupedFunction("b", 1, 0),
            new GroupedFunction("c", 0, 0.125)));
  }
}
