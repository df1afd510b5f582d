package io.github.edgewatt.profiler.extract.fetch;

import io.github.edgewatt.profiler.extract.Metric;
import io.github.edgewatt.profiler.extract.MetricName;
import io.github.edgewatt.profiler.extract.Segment;
import io.github.edgewatt.profiler.extract.Snapshot;
import io.github.edgewatt.profiler.measure.prometheus.Answer;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusClient;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Fetches segments of one server, in halves where they are too much for it. */
final class Asker {
  /**
   * A server that is too slow for a sixteenth of a segment is in trouble of another kind; halving
   * on would wait out a deadline for each of 11,000 instants.
   */
  private static final int MOST_HALVINGS_FOR_TIME = 4;

  private final PrometheusClient client;
  private final Tally tally;
  private final Fuse fuse = new Fuse();

  Asker(PrometheusClient client, Tally tally) {
    this.client = client;
    this.tally = tally;
  }

  /** Whether this server is not asked any more. */
  boolean isBlown() {
    return fuse.isBlown();
  }

  /**
   * Saves a segment's answer, or the answers of its parts.
   *
   * @return their size in bytes
   * @throws PrometheusException where a part is not to be had; parts before it stay
   */
  long fetch(Metric metric, Segment segment, Path folder)
      throws PrometheusException, InterruptedException, IOException {
    try {
      long bytes = fetch(metric, segment, folder, 0);
      fuse.worked();
      return bytes;
    } catch (PrometheusException e) {
      switch (e.kind()) {
        case UNREACHABLE, TIMEOUT, UNAVAILABLE, UNAUTHORIZED -> fuse.failed();
        default -> fuse.worked();
      }
      throw e;
    }
  }

  private long fetch(Metric metric, Segment segment, Path folder, int halvings)
      throws PrometheusException, InterruptedException, IOException {
    try {
      return save(metric, segment, folder);
    } catch (PrometheusException e) {
      boolean time = e.kind() == Kind.TIMEOUT || e.kind() == Kind.UNAVAILABLE;
      if (!e.isTooMuch() || segment.points() < 2 || (time && halvings >= MOST_HALVINGS_FOR_TIME)) {
        throw e;
      }
    }
    long bytes = 0;
    for (Segment half : segment.halves()) {
      bytes += fetch(metric, half, folder, halvings + 1);
    }
    return bytes;
  }

  private long save(Metric metric, Segment segment, Path folder)
      throws PrometheusException, InterruptedException, IOException {
    Path part = Snapshot.part(folder, segment);
    boolean whole = false;
    try {
      Answer<Long> saved =
          client.saveRange(
              MetricName.expression(metric.name()),
              Instant.ofEpochSecond(segment.start()),
              Instant.ofEpochSecond(segment.end()),
              Duration.ofSeconds(segment.step()),
              part);
      Snapshot.keep(folder, segment);
      whole = true;
      tally.saved(saved.data(), saved.warnings());
      return saved.data();
    } finally {
      if (!whole) {
        Files.deleteIfExists(part);
      }
    }
  }
}
