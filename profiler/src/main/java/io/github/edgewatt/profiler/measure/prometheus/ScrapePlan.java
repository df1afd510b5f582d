package io.github.edgewatt.profiler.measure.prometheus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How often what a run needs is scraped, and which windows that allows: four scrapes for a figure
 * to rely on, two for one at all.
 *
 * @param jobs what is needed, in the order asked for
 */
public record ScrapePlan(List<ScrapeJob> jobs) {

  /** What the node's own counters come from. */
  public static final String NODE = "node-exporter";

  /** What the functions' counters come from. */
  public static final String CONTAINERS = "cadvisor";

  private static final int FULL = 4;
  private static final int FEWEST = 2;

  public ScrapePlan {
    jobs = List.copyOf(jobs);
  }

  /**
   * What is needed.
   *
   * @param what its name for people: {@code node-exporter}
   * @param selector a selector that finds its series
   */
  public record Use(String what, String selector) {}

  /** What every run needs: the node and its containers. */
  public static List<Use> uses(Queries queries, PrometheusNode node) {
    return List.of(
        new Use(NODE, queries.node().cpu().fill(Map.of("node", node.instance()))),
        new Use(CONTAINERS, queries.dialects().get(0).cpu().metric()));
  }

  /** Finds the targets whose series are used, and how often they are scraped. */
  public static ScrapePlan probe(PrometheusClient client, List<Use> uses)
      throws PrometheusException, InterruptedException {
    ScrapeProbe probe = new ScrapeProbe(client);
    List<ScrapeJob> jobs = new ArrayList<>();
    for (Use use : uses) {
      jobs.add(probe.find(use));
    }
    return new ScrapePlan(jobs);
  }

  /** The longest interval of all; zero where none is known. */
  public Duration slowest() {
    return jobs.stream()
        .map(ScrapeJob::interval)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** How often one of them is scraped; zero where that is not known. */
  Duration interval(String what) {
    return jobs.stream()
        .filter(job -> job.what().equals(what))
        .map(ScrapeJob::interval)
        .findFirst()
        .orElse(Duration.ZERO);
  }

  /** From this length on a window's figures are reliable. */
  public Duration fullConfidence() {
    return slowest().multipliedBy(FULL);
  }

  /** A shorter window has no figures. */
  public Duration shortest() {
    return slowest().multipliedBy(FEWEST);
  }

  /** What to say before a run with windows of this length starts. */
  public List<String> lines(Duration window) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Prometheus scrapes "
            + jobs.stream()
                .filter(job -> !job.interval().isZero())
                .map(job -> job.what() + " every " + Times.words(job.interval()))
                .collect(Collectors.joining(", "))
            + ": windows from %s on are measured, from %s on with full confidence"
                .formatted(Times.words(shortest()), Times.words(fullConfidence())));
    jobs.forEach(job -> lines.addAll(job.problems()));
    if (window.compareTo(fullConfidence()) < 0 && window.compareTo(shortest()) >= 0) {
      lines.add("low confidence: " + held(window, slowest()));
    }
    return List.copyOf(lines);
  }

  /** Why windows of this length cannot be measured, in one line; empty where they can. */
  public Optional<String> refusal(Duration window) {
    if (window.compareTo(shortest()) >= 0) {
      return Optional.empty();
    }
    ScrapeJob slowest = jobs.stream().max(Comparator.comparing(ScrapeJob::interval)).orElseThrow();
    return Optional.of(
        ("%s is scraped every %s, so a window of %s has no two samples: take a DURATION of %s or"
                + " more, or let Prometheus scrape it more often")
            .formatted(
                slowest.what(),
                Times.words(slowest.interval()),
                Times.words(window),
                Times.words(shortest())));
  }

  /** What a window holds; the words of a row's note. */
  static String held(Duration window, Duration interval) {
    return String.format(
        Locale.ROOT,
        "window of %s holds %d scrapes of %s",
        Times.words(window),
        window.toMillis() / Math.max(1, interval.toMillis()),
        Times.words(interval));
  }
}
