package io.github.edgewatt.profiler.command;

import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.extract.Format;
import io.github.edgewatt.profiler.extract.NameRule;
import io.github.edgewatt.profiler.extract.SegmentSize;
import io.github.edgewatt.profiler.extract.Span;
import io.github.edgewatt.profiler.extract.SpanTime;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** What is extracted and how. */
final class ExtractOptions {
  private static final int MOST_THREADS = 64;

  /** What a snapshot keeps from its first day on. */
  private static final List<String> FIXED =
      List.of(
          "--start",
          "--end",
          "--sampling",
          "--segment_size",
          "--utc",
          "--include",
          "--exclude",
          "--output");

  @Option(
      names = {"-s", "--start"},
      paramLabel = "TIME",
      description = "first instant: \"2024-01-30 19:10:15\", 2024-01-30T19:10:15Z or -2h")
  String start;

  @Option(
      names = {"-e", "--end"},
      paramLabel = "TIME",
      description = "last instant, or now")
  String end;

  @Option(
      names = {"-r", "--sampling"},
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "distance of the instants, whole seconds (default: ${DEFAULT-VALUE})")
  long sampling;

  @Option(
      names = {"-t", "--n_threads", "--n-threads"},
      paramLabel = "N",
      defaultValue = "4",
      description = "requests at once at most (default: ${DEFAULT-VALUE})")
  int threads;

  @Option(
      names = {"-z", "--segment_size", "--segment-size"},
      paramLabel = "POINTS|SECONDSs",
      defaultValue = "2000",
      description = "data points of a query, or its seconds: 3600s (default: ${DEFAULT-VALUE})")
  String segmentSize;

  @Option(names = "--utc", description = "times without a zone are UTC, not this machine's")
  boolean utc;

  @Option(
      names = "--include",
      paramLabel = "REGEX",
      description = "metrics to take of every server, whole names (see docs/extract.md)")
  String include;

  @Option(
      names = "--exclude",
      paramLabel = "REGEX",
      description = "metrics to leave out of every server, whole names")
  String exclude;

  @Option(
      names = "--format",
      paramLabel = "json|parquet|both",
      converter = FormatWord.class,
      description = "what is left (default: json)")
  Format format;

  @Option(
      names = "--memory",
      paramLabel = "MIB",
      defaultValue = "1024",
      description = "MiB that DuckDB takes before it works on disk (default: ${DEFAULT-VALUE})")
  int memoryMebibytes;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "snapshots",
      description = "where snapshots go (default: ${DEFAULT-VALUE})")
  Path output;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "go on with a snapshot: fetch what it lacks, nothing else")
  Path resume;

  /** Reads a format's name. */
  static final class FormatWord implements ITypeConverter<Format> {
    @Override
    public Format convert(String text) {
      return switch (text) {
        case "json" -> Format.JSON;
        case "parquet" -> Format.PARQUET;
        case "both" -> Format.BOTH;
        default -> throw new TypeConversionException("'" + text + "' is not json, parquet or both");
      };
    }
  }

  /** Refuses what cannot be done; {@code given} knows which words stand on the command line. */
  void check(ParseResult given) throws UsageException {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new UsageException(
          "--n_threads is " + threads + ": give 1 to " + MOST_THREADS + " requests at once");
    }
    if (memoryMebibytes < 64) {
      throw new UsageException("--memory is " + memoryMebibytes + ": give 64 MiB or more");
    }
    if (resume == null && (start == null || end == null)) {
      throw new UsageException(
          "--start and --end are both needed, such as --start \"2024-01-30 19:10:15\" --end now");
    }
    for (String fixed : FIXED) {
      if (resume != null && given.hasMatchedOption(fixed)) {
        throw new UsageException(
            "--resume goes on with what its snapshot was asked for: leave " + fixed + " out");
      }
    }
  }

  /** The span; a user is told what is odd about its times. */
  Span span(Instant now, PrintWriter err) {
    ZoneId zone = utc ? ZoneOffset.UTC : ZoneId.systemDefault();
    SpanTime from = SpanTime.parse("--start", start, zone, now);
    SpanTime to = SpanTime.parse("--end", end, zone, now);
    from.note().ifPresent(note -> err.println("edgewatt: " + note));
    to.note().ifPresent(note -> err.println("edgewatt: " + note));
    if (to.epochSecond() > now.getEpochSecond()) {
      err.println("edgewatt: --end is in the future: what comes after now stays missing");
    }
    return new Span(from.epochSecond(), to.epochSecond(), sampling);
  }

  SegmentSize size() {
    return SegmentSize.parse(segmentSize, sampling);
  }

  NameRule rule(int server) {
    return NameRule.ofServer(server, include, exclude);
  }

  /** A format's word. */
  static String word(Format format) {
    return format.name().toLowerCase(Locale.ROOT);
  }
}
