package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.profiler.measure.prometheus.WindowSamples.FunctionSamples;
import io.github.edgewatt.profiler.measure.prometheus.WindowSamples.NodeMemory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads a window's samples once, and finds out how the cluster names its containers. */
final class WindowQueries {
  private final SampleSource samples;
  private final Queries queries;
  private final Map<String, String> node;
  private final String namespace;
  private final String up;
  private Optional<Dialect> dialect = Optional.empty();

  WindowQueries(
      SampleSource samples, Queries queries, String node, String namespace, ScrapePlan plan) {
    this.samples = samples;
    this.queries = queries;
    this.node = Map.of("node", node);
    this.namespace = namespace;
    this.up = up(plan);
  }

  private static String up(ScrapePlan plan) {
    TreeSet<String> jobs = new TreeSet<>();
    plan.jobs()
        .forEach(
            job ->
                job.targets()
                    .forEach(target -> jobs.add(QueryTemplate.escaped(target.job(), true))));
    return jobs.isEmpty() ? "up" : "up{job=~\"" + String.join("|", jobs) + "\"}";
  }

  /** The dialect found so far. */
  Optional<Dialect> dialect() {
    return dialect;
  }

  /** When targets that a window waits for were scraped. */
  Scrapes scrapes(List<ScrapeTarget> targets, long from, long to)
      throws PrometheusException, InterruptedException {
    List<SampleSeries> wanted = new ArrayList<>();
    for (SampleSeries series : samples.read(up, from, to)) {
      boolean waitedFor =
          targets.stream()
              .anyMatch(
                  target ->
                      target.job().equals(series.labels().get("job"))
                          && target.instance().equals(series.labels().get("instance")));
      if (waitedFor) {
        wanted.add(series);
      }
    }
    return new Scrapes(wanted, List.of());
  }

  WindowSamples read(List<String> functions, long from, long to)
      throws PrometheusException, InterruptedException {
    NodeQueries own = queries.node();
    NodeMemory memory =
        new NodeMemory(
            samples.read(own.memoryTotal().fill(node), from, to),
            samples.read(own.memoryAvailable().fill(node), from, to),
            samples.read(own.memoryFree().fill(node), from, to),
            samples.read(own.memoryCached().fill(node), from, to),
            samples.read(own.memoryBuffers().fill(node), from, to));
    List<SampleSeries> cpu = samples.read(own.cpu().fill(node), from, to);
    findDialect(functions, from, to);
    Map<String, FunctionSamples> read = new LinkedHashMap<>();
    List<SampleSeries> seen = new ArrayList<>();
    for (String function : functions) {
      FunctionSamples one = function(function, from, to);
      read.put(function, one);
      seen.addAll(one.lastSeen());
    }
    Scrapes scrapes = new Scrapes(samples.read(up, from, to), seen);
    return new WindowSamples(cpu, memory, read, scrapes);
  }

  private void findDialect(List<String> functions, long from, long to)
      throws PrometheusException, InterruptedException {
    for (Dialect candidate : queries.dialects()) {
      for (String function : functions) {
        if (dialect.isEmpty()
            && !samples.read(fill(candidate.cpu(), function), from, to).isEmpty()) {
          dialect = Optional.of(candidate);
        }
      }
    }
  }

  private FunctionSamples function(String function, long from, long to)
      throws PrometheusException, InterruptedException {
    List<SampleSeries> replicas = samples.read(fill(queries.replicas(), function), from, to);
    if (dialect.isEmpty()) {
      return new FunctionSamples(List.of(), List.of(), List.of(), replicas, List.of());
    }
    Dialect found = dialect.get();
    return new FunctionSamples(
        samples.read(fill(found.cpu(), function), from, to),
        samples.read(fill(found.workingSet(), function), from, to),
        samples.read(fill(found.usage(), function), from, to),
        replicas,
        samples.read(fill(found.lastSeen(), function), from, to));
  }

  private String fill(QueryTemplate template, String function) {
    return template.fill(Dialect.values(function, namespace));
  }
}
