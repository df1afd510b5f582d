package io.github.edgewatt.weights.daemon;

import io.github.edgewatt.cluster.snapshot.SnapshotJson;
import io.github.edgewatt.weights.decision.Decision;
import io.github.edgewatt.weights.decision.DecisionJson;
import io.github.edgewatt.weights.etcd.Written;
import io.github.edgewatt.weights.settings.RecordSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Keeps the newest rounds as {@code <instant>.snapshot.json.gz} and {@code
 * <instant>.weights.json.gz}, so that each decision can be taken again.
 */
public final class Recorder implements Listener {
  private static final String SNAPSHOT = ".snapshot.json.gz";
  private static final String WEIGHTS = ".weights.json.gz";

  private final RecordSettings settings;

  /**
   * Makes the folder.
   *
   * @throws IllegalArgumentException one line where it cannot be written to
   */
  public Recorder(RecordSettings settings) {
    this.settings = settings;
    IOException failed = null;
    try {
      Files.createDirectories(settings.folder());
    } catch (IOException e) {
      failed = e;
    }
    if (failed != null || !Files.isWritable(settings.folder())) {
      throw new IllegalArgumentException(
          "osmotic_lb_opt_record is '"
              + settings.folder()
              + "': it must be a folder that can be written to",
          failed);
    }
  }

  @Override
  public void round(Decision decision, Written written) {
    // Names sort by time, and colons are no good in them everywhere.
    String name = decision.index().snapshot().at().toString().replace(':', '-');
    try {
      SnapshotJson.write(decision.index().snapshot(), settings.folder().resolve(name + SNAPSHOT));
      try (OutputStream out =
          new GZIPOutputStream(Files.newOutputStream(settings.folder().resolve(name + WEIGHTS)))) {
        out.write(DecisionJson.of(decision).toString().getBytes(StandardCharsets.UTF_8));
      }
      forget();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "this round is not kept in " + settings.folder() + ": " + e.getMessage(), e);
    }
  }

  private void forget() throws IOException {
    for (String kind : List.of(SNAPSHOT, WEIGHTS)) {
      List<Path> files;
      try (Stream<Path> all = Files.list(settings.folder())) {
        files = all.filter(file -> file.toString().endsWith(kind)).sorted().toList();
      }
      for (Path old : files.subList(0, Math.max(0, files.size() - settings.most()))) {
        Files.deleteIfExists(old);
      }
    }
  }
}
