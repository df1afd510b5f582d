package io.github.edgewatt.collector.http;

import io.fabric8.kubernetes.client.Config;
import io.github.edgewatt.collector.kubernetes.AnnotationWriter;
import io.github.edgewatt.collector.kubernetes.KubernetesConfig;
import io.github.edgewatt.collector.kubernetes.SyncSettings;
import io.github.edgewatt.collector.window.Nodes;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The nodes of this process, and the thread that writes them. */
@Singleton
class Collector {
  private final CollectorSettings settings;
  private final Nodes nodes;
  private Optional<AnnotationWriter> writer = Optional.empty();

  @Inject
  Collector(CollectorSettings settings) {
    this.settings = settings;
    this.nodes = settings.node().map(Nodes::one).orElseGet(() -> Nodes.many(settings.mostNodes()));
  }

  void start(@Observes StartupEvent event) {
    if (settings.kubernetes()) {
      Config config = KubernetesConfig.find(settings.kubeconfig(), System.getenv());
      SyncSettings standard = SyncSettings.DEFAULT;
      SyncSettings times =
          new SyncSettings(
              settings.interval(), settings.heartbeat(), standard.deadline(), standard.flush());
      writer = Optional.of(AnnotationWriter.start(nodes, config, times));
    }
  }

  void stop(@Observes ShutdownEvent event) {
    writer.ifPresent(AnnotationWriter::close);
  }

  Nodes nodes() {
    return nodes;
  }

  Optional<AnnotationWriter> writer() {
    return writer;
  }
}
