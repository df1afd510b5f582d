package io.github.edgewatt.profiler.kafka.track;

import io.github.edgewatt.dataset.run.AtomicFiles;
import io.github.edgewatt.profiler.kafka.track.count.Ledger;
import io.github.edgewatt.profiler.kafka.track.count.RollingWindow;
import io.github.edgewatt.profiler.kafka.track.count.Sources;
import io.github.edgewatt.profiler.kafka.track.file.Malformed;
import io.github.edgewatt.profiler.kafka.track.file.ResultFiles;
import io.github.edgewatt.profiler.kafka.track.file.RunFolder;
import io.github.edgewatt.profiler.kafka.track.result.ResultReader;
import io.github.edgewatt.profiler.kafka.track.result.TrackedResult;
import io.github.edgewatt.profiler.kafka.track.view.Progress;
import io.github.edgewatt.profiler.kafka.track.view.TrackView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Takes messages one by one: into tables, counts, metrics and the view. */
final class Tracker {
  private final TrackOptions options;
  private final byte[] topic;
  private final TrackMetrics metrics;
  private final TrackView view;
  private final Clock clock;
  private final Ledger ledger = new Ledger();
  private final Sources sources = new Sources();
  private final Malformed malformed = new Malformed();
  private final RollingWindow window;
  private Optional<ResultFiles> files = Optional.empty();

  /**
   * @param topic the id of the topic of results, 16 bytes
   */
  Tracker(TrackOptions options, byte[] topic, TrackMetrics metrics, TrackView view, Clock clock) {
    this.options = options;
    this.topic = topic.clone();
    this.metrics = metrics;
    this.view = view;
    this.clock = clock;
    this.window = new RollingWindow(options.printInterval());
    options.expected().ifPresent(ledger::expect);
  }

  /** Takes the record at this place of the topic of results. */
  void take(byte[] key, byte[] value, int partition, long offset) throws IOException {
    TrackedResult result;
    try {
      result = ResultReader.read(value, key);
    } catch (IllegalArgumentException e) {
      malformed.add(partition, offset, e.getMessage(), value);
      metrics.malformed();
      return;
    }
    if (files.isEmpty()) {
      files = Optional.of(open(result.model()));
    }
    files.get().add(result, partition, offset);
    boolean isNew = ledger.add(result);
    String source = sources.add(result);
    metrics.result(result, source, !isNew);
    window.add(source, result.inf(), result.total()).ifPresent(view::rolling);
  }

  private ResultFiles open(String model) throws IOException {
    RunFolder folder = RunFolder.create(options.output(), clock.instant().getEpochSecond(), model);
    return new ResultFiles(folder, options.header(), options.saveInterval(), topic);
  }

  /** Writes what is not a row; true where all that was taken stands on disk. */
  boolean flush() throws IOException {
    if (files.isPresent()) {
      malformed.flush(files.get().path());
    }
    return files.isPresent();
  }

  /** Writes {@code summary.json}. */
  void summarise(boolean finished) throws IOException {
    if (files.isPresent()) {
      AtomicFiles.replace(
          files.get().path().resolve("summary.json"), Summary.json(progress(), finished));
    }
  }

  Ledger ledger() {
    return ledger;
  }

  Progress progress() {
    return new Progress(ledger, sources, malformed.count(), folder());
  }

  /** The run's folder, once there is one. */
  Optional<Path> folder() {
    return files.map(ResultFiles::path);
  }

  /**
   * Completes the run's files.
   *
   * @param known whether Kafka knows of all that was written
   */
  void close(boolean known) throws IOException {
    if (files.isEmpty() && malformed.count() > 0) {
      files = Optional.of(open("unknown"));
    }
    if (files.isPresent()) {
      flush();
      summarise(true);
      files.get().close(known);
    }
  }
}
