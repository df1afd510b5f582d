package io.github.edgewatt.profiler.kafka.track;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.exporter.httpserver.MetricsHandler;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Serves the metrics over HTTP at {@code /} as published, and at {@code /metrics}. */
final class MetricsEndpoint implements AutoCloseable {
  private static final int WAITING = 50;

  private final HTTPServer server;
  private final ExecutorService workers;
  private final String host;

  /**
   * @param port 0 for one that is free
   * @throws IOException where nobody can listen there
   */
  MetricsEndpoint(TrackMetrics metrics, String host, int port) throws IOException {
    this.host = host;
    this.workers =
        new ThreadPoolExecutor(
            1,
            2,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            MetricsEndpoint::thread);
    try {
      this.server =
          HTTPServer.builder()
              .hostname(host)
              .port(port)
              .executorService(workers)
              .registry(metrics.registry())
              .defaultHandler(new MetricsHandler(metrics.registry()))
              .buildAndStart();
    } catch (IOException | IllegalArgumentException e) {
      workers.shutdownNow();
      throw new IOException(
          "nobody can listen on "
              + host
              + ":"
              + port
              + " ("
              + e.getMessage()
              + "): choose another"
              + " --port, or 0 for a free one",
          e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "metrics");
    thread.setDaemon(true);
    return thread;
  }

  String url() {
    String shown = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return "http://" + shown + ":" + server.getPort() + "/metrics";
  }

  @Override
  public void close() {
    server.close();
    workers.shutdownNow();
  }
}
