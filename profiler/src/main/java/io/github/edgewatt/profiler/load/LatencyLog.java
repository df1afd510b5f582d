package io.github.edgewatt.profiler.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * The file {@code latency.hlog}: each measurement's histograms in HdrHistogram's log format 1.3,
 * readable with its tools. Values are nanoseconds, the maximum column milliseconds; a line's tag is
 * {@code <measurement>.<function>.<response|service|failed>}, its start the window's, in seconds
 * since the epoch.
 */
public final class LatencyLog implements AutoCloseable {
  private static final double NANOS_PER_MILLI = 1e6;

  /** {@code Tag=<measurement>.<function>.<kind>,start,length,max,histogram}. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "Tag=([^,\\s]+)\\.[^,.\\s]+\\.(?:response|service|failed),[^,]+,[^,]+,[^,]+,\\S+");

  private static final Pattern TAG_PART = Pattern.compile("[^,.\\s]+");
  private final FileChannel channel;

  private LatencyLog(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * A new log.
   *
   * @throws IOException when it exists already or cannot be written
   */
  public static LatencyLog create(Path file) throws IOException {
    LatencyLog log =
        new LatencyLog(
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    HistogramLogWriter writer = new HistogramLogWriter(header);
    writer.outputComment("[Latencies in nanoseconds; Interval_Max in milliseconds]");
    writer.outputLogFormatVersion();
    writer.outputLegend();
    writer.close();
    log.write(header);
    return log;
  }

  /**
   * Goes on with a log, or creates it: a torn last line and the lines of other measurements than
   * those named are cut.
   *
   * @param measurements ids of the measurements whose rows are known
   */
  public static LatencyLog reopen(Path file, Set<String> measurements) throws IOException {
    if (!Files.exists(file)) {
      return create(file);
    }
    String before = Files.readString(file, StandardCharsets.ISO_8859_1);
    int wholeLines = before.lastIndexOf('\n') + 1;
    StringBuilder kept = new StringBuilder(wholeLines);
    before
        .substring(0, wholeLines)
        .lines()
        .filter(line -> keep(line, measurements))
        .forEach(line -> kept.append(line).append('\n'));
    if (kept.isEmpty()) {
      Files.delete(file);
      return create(file);
    }
    if (kept.length() != before.length()) {
      Path next = file.resolveSibling(file.getFileName() + ".tmp");
      Files.writeString(next, kept, StandardCharsets.ISO_8859_1);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    channel.position(channel.size());
    return new LatencyLog(channel);
  }

  private static boolean keep(String line, Set<String> measurements) {
    Matcher entry = ENTRY.matcher(line);
    return line.startsWith("#")
        || line.startsWith("\"StartTimestamp\"")
        || (entry.matches() && measurements.contains(entry.group(1)));
  }

  /**
   * Adds a measurement's histograms, all or none, and sees them to the disk.
   *
   * @param measurement its id, without commas and blanks
   * @param windowStart when its window began
   * @throws IOException when the disk is full or fails: the log is as it was
   */
  public void append(String measurement, Instant windowStart, LoadResult result)
      throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    HistogramLogWriter writer = new HistogramLogWriter(lines);
    double start = windowStart.toEpochMilli() / 1e3;
    double end = start + (result.windowEndNanos() - result.windowStartNanos()) / 1e9;
    for (TargetResult target : result.targets()) {
      if (!TAG_PART.matcher(target.name()).matches() || measurement.matches(".*[,\\s].*")) {
        throw new IllegalArgumentException(
            "measurement " + measurement + " of " + target.name() + " cannot be a tag");
      }
      String tag = measurement + "." + target.name();
      entry(writer, tag + ".response", start, end, target.response());
      entry(writer, tag + ".service", start, end, target.service());
      entry(writer, tag + ".failed", start, end, target.failed());
    }
    writer.close();
    write(lines);
  }

  private static void entry(
      HistogramLogWriter writer, String tag, double start, double end, Histogram histogram) {
    Histogram tagged = histogram.copy();
    tagged.setTag(tag);
    writer.outputIntervalHistogram(start, end, tagged, NANOS_PER_MILLI);
  }

  private void write(ByteArrayOutputStream bytes) throws IOException {
    long before = channel.position();
    ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(false);
    } catch (IOException e) {
      channel.truncate(before);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
