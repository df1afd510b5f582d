package io.github.edgewatt.cluster.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/** Snapshots with all sorts of odd values, the same for the same seed. */
final class RandomSnapshot {
  private final Random random;

  RandomSnapshot(long seed) {
    random = new Random(seed);
  }

  Snapshot make() {
    return new Snapshot(
        instant(),
        Duration.ofNanos(1 + Math.abs(random.nextLong() % 1_000_000_000_000L)),
        some(i -> node()),
        some(i -> pod(i)),
        some(i -> new Gateway(text(), text(), text(), text())),
        latencies(),
        some(i -> new Trace(instant(), text(), text(), text(), text(), text(), number(), number())),
        some(i -> new Traffic(text(), text(), text(), number(), number())));
  }

  private ZoneNode node() {
    return new ZoneNode(
        text(),
        text(),
        text(),
        random.nextBoolean(),
        number(),
        resources(),
        resources(),
        number(),
        number());
  }

  private FunctionPod pod(int i) {
    Map<String, String> labels = new HashMap<>();
    for (int l = random.nextInt(5); l > 0; l--) {
      labels.put(text(), text());
    }
    FunctionPod.Phase[] phases = FunctionPod.Phase.values();
    return new FunctionPod(
        "uid-" + i,
        text(),
        text(),
        text(),
        text(),
        text(),
        text(),
        random.nextInt(65_536),
        phases[random.nextInt(phases.length)],
        resources(),
        text(),
        text(),
        labels,
        text(),
        instant(),
        number(),
        number());
  }

  private LatencyGraph latencies() {
    Map<String, Map<String, Double>> edges = new HashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      Map<String, Double> to = new HashMap<>();
      for (int j = random.nextInt(6); j > 0; j--) {
        to.put(text(), random.nextDouble() * 100);
      }
      edges.put(text(), to);
    }
    return new LatencyGraph(edges, random.nextInt(100));
  }

  private <T> List<T> some(IntFunction<T> make) {
    List<T> all = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      all.add(make.apply(i));
    }
    return all;
  }

  private Resources resources() {
    return new Resources(number(), number(), random.nextInt(200));
  }

  private Instant instant() {
    return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
  }

  private double number() {
    return switch (random.nextInt(5)) {
      case 0 -> Double.NaN;
      case 1 -> random.nextInt(1000);
      case 2 -> random.nextDouble() * 1e-9;
      case 3 -> random.nextDouble() * 1e18;
      default -> random.nextDouble();
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) {
      text.append("ab-_\"\\\n\u00e9\u4e2d\u0001 {".charAt(random.nextInt(12)));
    }
    return text.toString();
  }
}
