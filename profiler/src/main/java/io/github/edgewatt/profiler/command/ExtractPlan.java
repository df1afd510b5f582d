package io.github.edgewatt.profiler.command;

import io.github.edgewatt.forecaster.shell.Home;
import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.extract.Format;
import io.github.edgewatt.profiler.extract.Manifest;
import io.github.edgewatt.profiler.extract.NameRule;
import io.github.edgewatt.profiler.extract.Outcome;
import io.github.edgewatt.profiler.extract.Plan;
import io.github.edgewatt.profiler.extract.SegmentSize;
import io.github.edgewatt.profiler.extract.Snapshot;
import io.github.edgewatt.profiler.extract.Span;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusClient;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Words of the command line into a snapshot, new or gone on with, and clients of its servers. */
final class ExtractPlan {
  /** A sample is seen for so long after it was taken. */
  private static final Duration LOOK_BACK = Duration.ofMinutes(5);

  private final ExtractOptions options;
  private final PrintWriter out;
  private final PrintWriter err;
  private final List<PrometheusClient> clients;
  private final List<String> urls;
  private Snapshot snapshot;
  private boolean complete;

  ExtractPlan(
      ExtractOptions options, PrometheusOptions prometheus, PrintWriter out, PrintWriter err)
      throws IOException, UsageException {
    this.options = options;
    this.out = out;
    this.err = err;
    if (options.resume == null) {
      this.urls = prometheus.urls(System.getenv("PROMETHEUS_URL"));
    } else {
      snapshot = Snapshot.open(options.resume);
      List<String> asked = snapshot.plan().servers().stream().map(Plan.Source::url).toList();
      this.urls = prometheus.urls == null ? asked : prometheus.urls;
      if (urls.size() != asked.size()) {
        throw new UsageException(
            "%s was made of %d servers: name as many, or leave --prometheus out"
                .formatted(options.resume, asked.size()));
      }
    }
    this.clients = prometheus.open(urls);
  }

  List<PrometheusClient> clients() {
    return clients;
  }

  /** Whether nothing is to be done. */
  boolean isComplete() {
    return complete;
  }

  /** The snapshot; of a new one the servers are asked which metrics they have. */
  Snapshot snapshot()
      throws IOException, PrometheusException, InterruptedException, UsageException {
    return snapshot == null ? fresh() : again();
  }

  private Snapshot again() throws IOException, UsageException {
    Plan plan = snapshot.plan();
    Outcome before = Manifest.read(snapshot.folder()).outcome();
    Format format = options.format == null ? plan.format() : options.format;
    if (format.json() && !plan.format().json()) {
      throw new UsageException(
          "the answers of %s were not kept: it can only go on as parquet"
              .formatted(options.resume));
    }
    if (plan.format().json()) {
      // Answers that were kept stay, also where only Parquet is asked for now.
      format = format.parquet() ? Format.BOTH : Format.JSON;
    }
    complete = before != null && before.complete() && format == plan.format();
    if (!complete) {
      Folders.checkWritable("--resume", options.resume);
      snapshot = snapshot.with(plan.withFormat(format));
    }
    return snapshot;
  }

  private Snapshot fresh()
      throws IOException, PrometheusException, InterruptedException, UsageException {
    Instant now = Instant.now();
    Span span = options.span(now, err);
    SegmentSize size = options.size();
    List<NameRule> rules = new ArrayList<>();
    for (int i = 0; i < clients.size(); i++) {
      rules.add(options.rule(i));
    }
    Folders.checkWritable("--output", options.output);
    out.printf(
        "span      %s … %s, %,d instants %d s apart, %,d a query%n",
        Instant.ofEpochSecond(span.start()),
        Instant.ofEpochSecond(span.last()),
        span.points(),
        span.step(),
        Math.min(size.points(), span.points()));
    List<Plan.Source> sources = new ArrayList<>();
    for (int i = 0; i < clients.size(); i++) {
      sources.add(source(clients.get(i), rules.get(i), span));
    }
    if (sources.stream().allMatch(source -> source.metrics().isEmpty())) {
      throw new UsageException(
          "no metric has samples in that span: is it in the right time zone (--utc), and is it"
              + " still within the server's retention?");
    }
    Format format = options.format == null ? Format.JSON : options.format;
    Plan plan = new Plan(span, size.points(), format, sources);
    String tool = Home.tool().version() + " " + Home.tool().commit();
    return Snapshot.create(options.output, now.getEpochSecond(), plan, tool);
  }

  private Plan.Source source(PrometheusClient client, NameRule rule, Span span)
      throws PrometheusException, InterruptedException {
    List<String> names =
        client
            .metricNames(
                Instant.ofEpochSecond(span.start()).minus(LOOK_BACK),
                Instant.ofEpochSecond(span.last()))
            .data();
    List<String> chosen = rule.choose(names);
    out.printf("server    %s: %,d of %,d metrics%n", client.base(), chosen.size(), names.size());
    out.flush();
    return new Plan.Source(client.base().toString(), rule, names.size(), chosen);
  }
}
