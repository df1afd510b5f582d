package io.github.edgewatt.scaling.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.edgewatt.cluster.snapshot.SnapshotJson;
import io.github.edgewatt.scaling.json.MemoryJson;
import io.github.edgewatt.scaling.json.OutcomeJson;
import io.github.edgewatt.scaling.json.RoundJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps rounds as files, {@code round-<milliseconds>.json.gz}: what the policy was given, what it
 * decided and what became of it. {@code bin/scale-place once} takes the same decisions again from
 * one. Of more than are wanted the oldest go.
 */
public final class RoundFiles implements Consumer<RoundResult> {
  private static final Logger LOG = LoggerFactory.getLogger(RoundFiles.class);

  private final Path folder;
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
    this.folder = folder;
    this.policy = policy;
    this.most = most;
    folder(folder);
  }

  /**
   * Makes the folder.
   *
   * @throws IllegalArgumentException one line where it cannot be written to
   */
  public static void folder(Path folder) {
    IOException failed = null;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      failed = e;
    }
    if (failed != null || !Files.isWritable(folder)) {
      throw new IllegalArgumentException(
          "schedule_scale_opt_record is '"
              + folder
              + "': it must be a folder that can be written to",
          failed);
    }
  }

  /** Writes a round. What goes wrong is told of and keeps no round from being done. */
  @Override
  public void accept(RoundResult round) {
    try {
      write(round);
      removeOldest();
      failing = false;
    } catch (IOException e) {
      if (!failing) {
        LOG.warn("rounds cannot be kept in {}: {}", folder, e.toString());
      }
      failing = true;
    }
  }

  private void write(RoundResult round) throws IOException {
    String name = "round-%013d.json.gz".formatted(round.snapshot().at().toEpochMilli());
    Path part = folder.resolve("." + name);
    try {
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
        out.write("{\"snapshot\":".getBytes(UTF_8));
        SnapshotJson.write(round.snapshot(), out);
        text(out, ",\"memory\":", MemoryJson.of(round.memory()));
        text(out, ",\"outcome\":", OutcomeJson.of(policy, round.outcome(), 0));
        text(out, ",\"applied\":", RoundJson.of(round.applied()));
        out.write('}');
      }
      Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void text(OutputStream out, String before, Object json) throws IOException {
    out.write((before + json).getBytes(UTF_8));
  }

  private void removeOldest() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(one -> one.getFileName().toString().matches("round-\\d+\\.json\\.gz"))
              .sorted()
              .toList();
    }
    for (Path old : files.subList(0, Math.max(0, files.size() - most))) {
      Files.deleteIfExists(old);
    }
  }
}
