package io.github.edgewatt.profiler.kafka.track.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the first {@value #MOST} messages that were no results, each cut at 4 KiB. */
public final class Malformed {
  static final int MOST = 1_000;
  static final int MOST_BYTES = 4_096;

  private final List<byte[]> waiting = new ArrayList<>();
  private long count;
  private int kept;

  /** Counts a message, and keeps it while there is room; {@code value} may be null. */
  public void add(int partition, long offset, String reason, byte[] value) throws IOException {
    count++;
    if (kept + waiting.size() >= MOST) {
      return;
    }
    byte[] bytes = value == null ? new byte[0] : value;
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("partition", partition);
    line.put("offset", offset);
    line.put("reason", reason.lines().findFirst().orElse(""));
    line.put("bytes", bytes.length);
    line.put(
        "value",
        new String(
            Arrays.copyOf(bytes, Math.min(bytes.length, MOST_BYTES)), StandardCharsets.UTF_8));
    waiting.add(
        (new ObjectMapper().writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Writes what waits to {@code malformed.jsonl} of a run's folder. */
  public void flush(Path folder) throws IOException {
    if (waiting.isEmpty()) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve("malformed.jsonl"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND)) {
      for (byte[] line : waiting) {
        ByteBuffer buffer = ByteBuffer.wrap(line);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      }
    }
    kept += waiting.size();
    waiting.clear();
  }

  public long count() {
    return count;
  }
}
