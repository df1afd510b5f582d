package io.github.edgewatt.weights.daemon;

import io.github.edgewatt.cluster.snapshot.Snapshot;
import io.github.edgewatt.cluster.snapshot.SnapshotJson;
import io.github.edgewatt.steering.record.RecordFolder;
import io.github.edgewatt.weights.decision.Decision;
import io.github.edgewatt.weights.decision.DecisionJson;
import io.github.edgewatt.weights.etcd.Written;
import io.github.edgewatt.weights.settings.RecordSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Keeps the newest rounds as {@code <instant>.snapshot.json.gz} and {@code
 * <instant>.weights.json.gz}, so that each decision can be taken again.
 */
public final class Recorder implements Listener {
  private static final String SNAPSHOT = ".snapshot.json.gz";
  private static final String WEIGHTS = ".weights.json.gz";

  private static final String ANY = "[^.].*";

  private final RecordFolder folder;
  private final int most;

  /**
   * Makes the folder.
   *
   * @throws IllegalArgumentException one line where it cannot be written to
   */
  public Recorder(RecordSettings settings) {
    folder = new RecordFolder(settings.folder(), RecordSettings.FOLDER);
    most = settings.most();
  }

  @Override
  public void round(Decision decision, Written written) {
    Snapshot snapshot = decision.index().snapshot();
    // Names sort by time, and colons are no good in them everywhere.
    String name = snapshot.at().toString().replace(':', '-');
    try {
      folder.write(name + SNAPSHOT, out -> SnapshotJson.write(snapshot, out));
      folder.write(
          name + WEIGHTS,
          out -> out.write(DecisionJson.of(decision).toString().getBytes(StandardCharsets.UTF_8)));
      folder.keepLast(most, ANY + Pattern.quote(SNAPSHOT));
      folder.keepLast(most, ANY + Pattern.quote(WEIGHTS));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "this round is not kept in " + folder + ": " + e.getMessage(), e);
    }
  }
}
