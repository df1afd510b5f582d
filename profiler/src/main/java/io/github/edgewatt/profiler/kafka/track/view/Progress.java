package io.github.edgewatt.profiler.kafka.track.view;

import static java.util.Objects.requireNonNull;

import io.github.edgewatt.profiler.kafka.track.count.Ledger;
import io.github.edgewatt.profiler.kafka.track.count.Sources;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How far tracking is; a view of counts that go on.
 *
 * @param malformed messages that were no results
 * @param folder where results go, once the first one came
 */
public record Progress(Ledger ledger, Sources sources, long malformed, Optional<Path> folder) {
  public Progress {
    requireNonNull(ledger, "ledger is null");
    requireNonNull(sources, "sources is null");
    requireNonNull(folder, "folder is null");
  }
}
