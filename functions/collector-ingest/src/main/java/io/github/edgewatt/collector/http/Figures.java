package io.github.edgewatt.collector.http;

import io.github.edgewatt.collector.kubernetes.AnnotationWriter;
import io.github.edgewatt.collector.window.NodeWindows;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The collector's own figures, at {@code /metrics}. */
@Singleton
class Figures {
  private static final String EVENTS = "edgewatt.collector.events";

  private final Counter accepted;
  private final Counter late;
  private final Counter refused;

  @Inject
  Figures(MeterRegistry registry, Collector collector) {
    accepted = events(registry, "accepted");
    late = events(registry, "late");
    refused = events(registry, "refused");
    FunctionCounter.builder(
            "edgewatt.collector.writes",
            collector,
            one -> one.writer().map(AnnotationWriter::writes).orElse(0L))
        .description("nodes written to the API server")
        .register(registry);
    FunctionCounter.builder(
            "edgewatt.collector.write.failures",
            collector,
            one -> one.writer().map(AnnotationWriter::failures).orElse(0L))
        .description("requests to the API server that failed")
        .register(registry);
    Gauge.builder("edgewatt.collector.nodes", collector, one -> one.nodes().size())
        .description("nodes that report")
        .register(registry);
    Gauge.builder("edgewatt.collector.bitstreams.evicted", collector, Figures::evicted)
        .description("bitstreams that had to go before their minute was over, for want of room")
        .register(registry);
  }

  void accepted() {
    accepted.increment();
  }

  void late() {
    late.increment();
  }

  void refused() {
    refused.increment();
  }

  private static double evicted(Collector collector) {
    return collector.nodes().all().values().stream().mapToLong(NodeWindows::evicted).sum();
  }

  private static Counter events(MeterRegistry registry, String outcome) {
    return Counter.builder(EVENTS)
        .description("events by what became of them")
        .tag("outcome", outcome)
        .register(registry);
  }
}
