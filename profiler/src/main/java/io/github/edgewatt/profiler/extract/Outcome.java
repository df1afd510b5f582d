package io.github.edgewatt.profiler.extract;

import java.util.List;

/**
 * What came of an extraction; the end of a snapshot's {@code extract.json}.
 *
 * @param complete whether everything that was asked for is there
 * @param metrics how many metrics
 * @param answers answers that were saved in this session
 * @param bytes their size
 * @param failed what is missing, the first thousand
 * @param warnings what servers said of their answers, each once, the first hundred
 */
public record Outcome(
    boolean complete,
    int metrics,
    long answers,
    long bytes,
    List<Failure> failed,
    List<String> warnings) {
  public Outcome {
    failed = List.copyOf(failed);
    warnings = List.copyOf(warnings);
  }

  /**
   * A part that is missing.
   *
   * @param metric of which metric
   * @param start its first instant, seconds since 1970
   * @param end its last instant
   * @param reason one line
   */
  public record Failure(String metric, long start, long end, String reason) {}
}
