package io.github.edgewatt.scoring.wiring;

import io.github.edgewatt.scoring.explain.Explanation;
import io.github.edgewatt.scoring.explain.Question;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Answers one question without a server: reads the cluster, answers, ends. */
public final class Once {
  private static final Duration OBJECTS = Duration.ofSeconds(20);
  private static final Duration READINGS = Duration.ofSeconds(5);

  /** A person waits longer than a scheduler, and the first call of a model takes its time. */
  private static final Duration WATTS = Duration.ofSeconds(3);

  private static final long LOOK_MILLIS = 20;

  private Once() {}

  /**
   * The explanation. Waits for the API server's objects, and a little for what nodes use and how
   * warm they are; what is missing then stands in the reasons.
   *
   * @throws IllegalArgumentException one line where the configuration cannot be used
   * @throws IOException one line where the API server cannot be read in 20 s
   */
  public static Explanation explain(ScoringConfig config, Question question) throws IOException {
    try (Engine engine = Engine.start(config, WATTS)) {
      if (!await(OBJECTS, () -> engine.missing().isEmpty())) {
        throw new IOException(
            "no nodes and pods from the API server within " + OBJECTS.toSeconds() + " s");
      }
      boolean unused = await(READINGS, engine::readings);
      return Explanation.of(question, engine);
    }
  }

  private static boolean await(Duration most, BooleanSupplier condition) throws IOException {
    long end = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end >= 0) {
        return false;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    return true;
  }
}
