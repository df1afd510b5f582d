package io.github.edgewatt.profiler.load;

import java.util.ArrayList;
import java.util.List;

/** A server that serves one request at a time, each in the same time, in simulated time. */
final class SimulatedServer implements LoadTransport {
  private final SimulatedTime time;
  private final long serviceNanos;
  private long freeAtNanos;

  final List<Long> sendTimes = new ArrayList<>();
  final List<Exchange> aborted = new ArrayList<>();

  /** Never answers from now on. */
  boolean silent;

  /** Refuses connections from now on. */
  boolean refusing;

  /** Whether and how late the reactor answers a ping; negative for never. */
  long pingNanos;

  boolean pingable = true;

  SimulatedServer(SimulatedTime time, long serviceNanos) {
    this.time = time;
    this.serviceNanos = serviceNanos;
  }

  /** Nothing is served between two times. */
  void stall(long from, long until) {
    time.at(from, () -> freeAtNanos = Math.max(freeAtNanos, until));
  }

  @Override
  public void open(List<LoadTarget> targets) {}

  @Override
  public void send(Exchange exchange) {
    if (refusing) {
      exchange.failed(time.nanoTime());
      return;
    }
    exchange.sent(time.nanoTime());
    sendTimes.add(time.nanoTime());
    if (!silent) {
      freeAtNanos = Math.max(freeAtNanos, time.nanoTime()) + serviceNanos;
      long done = freeAtNanos;
      time.at(done, () -> exchange.answered(200, 10, done));
    }
  }

  @Override
  public void abort(Exchange exchange) {
    aborted.add(exchange);
  }

  @Override
  public boolean ping(PauseWatch watch) {
    if (pingable && pingNanos >= 0) {
      time.at(time.nanoTime() + pingNanos, watch::answered);
    }
    return pingable;
  }

  @Override
  public void closeConnections() {}
}
