package io.github.edgewatt.profiler.load;

import java.util.List;

/** Tells when an exchange is given up. */
record RecordingAborts(SimulatedServer server, Runnable onAbort) implements LoadTransport {
  @Override
  public void open(List<LoadTarget> targets) {}

  @Override
  public void send(Exchange exchange) {
    server.send(exchange);
  }

  @Override
  public void abort(Exchange exchange) {
    onAbort.run();
  }

  @Override
  public boolean ping(PauseWatch watch) {
    return server.ping(watch);
  }

  @Override
  public void closeConnections() {}
}
