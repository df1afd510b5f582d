package io.github.edgewatt.dataset;

import io.github.edgewatt.dataset.MeasurementRow.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rows of seeded random figures, odd words and absent figures among them. */
public final class RandomRows {
  private static final List<String> WORDS =
      List.of("sent 48.7/s of 50", "pause, 120 ms", "\"quoted\" word", "größer ü", "a,b", "'x'");

  private final Random random;
  private final boolean asTablesHold;

  /**
   * @param asTablesHold whether upstream's columns get only values that their number formats hold
   *     exactly
   */
  public RandomRows(long seed, boolean asTablesHold) {
    this.random = new Random(seed);
    this.asTablesHold = asTablesHold;
  }

  /** A solo or mix row of the plan of {@link Samples#manifest()}. */
  public MeasurementRow row(int number, int repeat) {
    boolean solo = random.nextBoolean();
    List<String> names = new ArrayList<>(Samples.FUNCTIONS);
    while (names.size() > (solo ? 1 : 3)) {
      names.remove(random.nextInt(names.size()));
    }
    List<FunctionRow> parts = new ArrayList<>();
    for (String name : names) {
      parts.add(function(name));
    }
    return new MeasurementRow(
        String.format("m%04d", number),
        solo ? Kind.SOLO : Kind.MIX,
        repeat,
        Instant.ofEpochSecond(1_700_000_000L + random.nextInt(1 << 30), random.nextInt(1 << 29)),
        parts,
        node(),
        verdict());
  }

  private FunctionRow function(String name) {
    return new FunctionRow(
        name,
        random.nextInt(201),
        random.nextInt(1001) / 1000.0,
        usage(),
        usage(),
        usage(),
        random.nextInt(5),
        random.nextBoolean(),
        asTablesHold ? random.nextInt(1 << 30) : random.nextDouble() * 1e9,
        new FunctionDetail(
            random.nextInt(5000),
            random.nextInt(5000),
            random.nextInt(5000),
            random.nextInt(50),
            random.nextInt(50),
            random.nextInt(50),
            random.nextInt(50),
            random.nextInt(50),
            random.nextInt(50),
            any(),
            any(),
            any(),
            any(),
            any(),
            any(),
            any(),
            any(),
            any(),
            any(),
            any(),
            1 + random.nextInt(5),
            any(),
            any(),
            any()));
  }

  private NodeRow node() {
    return new NodeRow(
        usage(),
        usage(),
        usage(),
        usage(),
        usage(),
        usage(),
        usage(),
        usage(),
        random.nextInt(300),
        random.nextBoolean(),
        new NodeDetail(
            any(),
            any(),
            any(),
            random.nextBoolean() ? "estimate" : "none",
            random.nextBoolean() ? "model 12W..65W" : "none",
            random.nextInt(100),
            any(),
            any(),
            random.nextBoolean(),
            phrases(random.nextInt(3)),
            any()));
  }

  private Verdict verdict() {
    List<Verdict.Kind> kinds = List.of(Verdict.Kind.values());
    Verdict.Kind kind = kinds.get(random.nextInt(kinds.size()));
    return new Verdict(
        kind, phrases(kind == Verdict.Kind.VALID ? random.nextInt(2) : 1 + random.nextInt(3)));
  }

  private List<String> phrases(int count) {
    List<String> phrases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      phrases.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return phrases;
  }

  private double usage() {
    double value = any();
    return asTablesHold ? Math.rint(value * 1000) / 1000 : value;
  }

  private double any() {
    return random.nextInt(8) == 0
        ? Double.NaN
        : random.nextDouble() * Math.pow(10, random.nextInt(12) - 2);
  }
}
