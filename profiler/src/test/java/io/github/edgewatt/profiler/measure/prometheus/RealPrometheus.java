package io.github.edgewatt.profiler.measure.prometheus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's Prometheus and node-exporter on free ports of the loopback, ended with the test. */
final class RealPrometheus implements AutoCloseable {
  static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
  static final Path NODE_EXPORTER = Path.of("/usr/bin/prometheus-node-exporter");
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final List<Process> processes = new ArrayList<>();
  private final int port;
  private final int nodePort;

  private RealPrometheus(int port, int nodePort) {
    this.port = port;
    this.nodePort = nodePort;
  }

  static boolean installed() {
    return Files.isExecutable(PROMETHEUS) && Files.isExecutable(NODE_EXPORTER);
  }

  /** Starts both; returns when the node has been scraped a few times. */
  static RealPrometheus start(Path folder) throws Exception {
    RealPrometheus real = new RealPrometheus(freePort(), freePort());
    try {
      real.launch(folder);
      real.awaitSamples();
      return real;
    } catch (Exception | Error e) {
      real.close();
      throw e;
    }
  }

  private void launch(Path folder) throws IOException {
    run(
        folder,
        NODE_EXPORTER.toString(),
        "--web.listen-address=127.0.0.1:" + nodePort,
        "--collector.disable-defaults",
        "--collector.cpu",
        "--collector.meminfo",
        "--collector.uname",
        "--collector.os");
    Path config = folder.resolve("prometheus.yml");
    Files.writeString(
        config,
        """
        global: {scrape_interval: 1s, scrape_timeout: 1s}
        scrape_configs:
          - job_name: node
            static_configs: [{targets: ['127.0.0.1:%d']}]
          - job_name: nobody
            scrape_interval: 2s
            static_configs: [{targets: ['127.0.0.1:1']}]
        """
            .formatted(nodePort));
    run(
        folder,
        PROMETHEUS.toString(),
        "--config.file=" + config,
        "--storage.tsdb.path=" + folder.resolve("data"),
        "--web.listen-address=127.0.0.1:" + port,
        "--log.level=warn");
  }

  private void run(Path folder, String... command) throws IOException {
    processes.add(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log-" + processes.size()).toFile())
            .start());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitSamples() throws Exception {
    long deadline = System.nanoTime() + START_NANOS;
    try (PrometheusClient client =
        PrometheusClient.open(PrometheusSettings.parse(uri().toString()))) {
      while (System.nanoTime() - deadline < 0) {
        try {
          List<MetricSeries> samples = client.query("up{job=\"node\"}[20s]").data();
          if (!samples.isEmpty() && samples.get(0).values().length >= 3) {
            return;
          }
        } catch (PrometheusException e) {
          if (!Patience.passes(e)) {
            throw e;
          }
        }
        TimeUnit.MILLISECONDS.sleep(200);
      }
    }
    throw new IllegalStateException("Prometheus did not scrape the node within a minute");
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  String node() {
    return "127.0.0.1:" + nodePort;
  }

  @Override
  public void close() {
    processes.forEach(Process::destroy);
    for (Process process : processes) {
      process
          .onExit()
          .completeOnTimeout(process, 10, TimeUnit.SECONDS)
          .thenAccept(Process::destroyForcibly)
          .join();
    }
  }
}
