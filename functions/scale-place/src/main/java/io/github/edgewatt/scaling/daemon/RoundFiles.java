package io.github.edgewatt.scaling.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.edgewatt.cluster.snapshot.SnapshotJson;
import io.github.edgewatt.scaling.json.MemoryJson;
import io.github.edgewatt.scaling.json.OutcomeJson;
import io.github.edgewatt.scaling.json.RoundJson;
import io.github.edgewatt.steering.record.RecordFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps rounds as files, {@code round-<milliseconds>.json.gz}: what the policy was given, what it
 * decided and what became of it. {@code bin/scale-place once} takes the same decisions again from
 * one. Of more than are wanted the oldest go.
 */
public final class RoundFiles implements Consumer<RoundResult> {
  private static final Logger LOG = LoggerFactory.getLogger(RoundFiles.class);

  private static final String VARIABLE = "schedule_scale_opt_record";

  private final RecordFolder folder;
  private final String policy;
  private final int most;
  private boolean failing;

  /**
   * In a folder; it is made.
   *
   * @param policy the policy's name
   * @param most how many files at most
   * @throws IllegalArgumentException one line where it cannot be written to
   */
  public RoundFiles(Path folder, String policy, int most) {
    this.folder = new RecordFolder(folder, VARIABLE);
    this.policy = policy;
    this.most = most;
  }

  /** Writes a round. What goes wrong is told of and keeps no round from being done. */
  @Override
  public void accept(RoundResult round) {
    try {
      write(round);
      folder.keepLast(most, "round-\\d+\\.json\\.gz");
      failing = false;
    } catch (IOException e) {
      if (!failing) {
        LOG.warn("rounds cannot be kept in {}: {}", folder, e.toString());
      }
      failing = true;
    }
  }

  private void write(RoundResult round) throws IOException {
    folder.write(
        "round-%013d.json.gz".formatted(round.snapshot().at().toEpochMilli()),
        out -> {
          out.write("{\"snapshot\":".getBytes(UTF_8));
          SnapshotJson.write(round.snapshot(), out);
          text(out, ",\"memory\":", MemoryJson.of(round.memory()));
          text(out, ",\"outcome\":", OutcomeJson.of(policy, round.outcome(), 0));
          text(out, ",\"applied\":", RoundJson.of(round.applied()));
          out.write('}');
        });
  }

  private static void text(OutputStream out, String before, Object json) throws IOException {
    out.write((before + json).getBytes(UTF_8));
  }
}
