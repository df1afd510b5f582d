package io.github.edgewatt.profiler.load;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.DefaultConnectingIOReactor;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.IOReactorShutdownException;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** HTTP/1.1 on HttpCore's reactor, with one thread that receives. */
final class HttpTransport implements LoadTransport, AutoCloseable {
  private final LoadOptions options;
  private final DefaultConnectingIOReactor reactor;

  /** Where all bodies go: only the reactor's one thread reads. */
  private final ByteBuffer scratch = ByteBuffer.allocateDirect(64 * 1024);

  private List<ConnectionPool> pools = List.of();

  HttpTransport(LoadOptions options) {
    this.options = options;
    IOReactorConfig config =
        IOReactorConfig.custom()
            .setIoThreadCount(1)
            .setTcpNoDelay(true)
            .setSelectInterval(TimeValue.ofMilliseconds(100))
            .build();
    reactor =
        new DefaultConnectingIOReactor(
            (session, connection) -> (Connection) connection,
            config,
            task -> {
              Thread thread = new Thread(task, "load-reactor");
              thread.setDaemon(true);
              return thread;
            },
            null,
            null,
            null,
            null);
    reactor.start();
  }

  @Override
  public void open(List<LoadTarget> targets) throws InterruptedException {
    List<EncodedRequest> requests = targets.stream().map(EncodedRequest::of).toList();
    CountDownLatch opened = new CountDownLatch(targets.size() * options.connectionsPerTarget());
    pools =
        requests.stream()
            .map(
                request ->
                    new ConnectionPool(request, scratch, made -> connect(request, made), opened))
            .toList();
    for (ConnectionPool pool : pools) {
      for (int i = 0; i < options.connectionsPerTarget(); i++) {
        pool.open();
      }
    }
    Duration limit = options.connectTimeout().plusMillis(200);
    // Whatever is not open by then is opened by the requests that need it, or fails with them.
    opened.await(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void connect(EncodedRequest request, Connection connection) {
    try {
      // The connection itself is the callback.
      Future<?> unused =
          reactor.connect(
              request.endpoint(),
              request.address(),
              null,
              Timeout.of(options.connectTimeout()),
              connection,
              connection);
    } catch (IOReactorShutdownException e) {
      connection.failed(e);
    }
  }

  @Override
  public void send(Exchange exchange) {
    pools.get(exchange.target()).send(exchange);
  }

  @Override
  public void abort(Exchange exchange) {
    if (exchange.carrier instanceof Connection connection) {
      connection.abort(exchange);
    }
  }

  @Override
  public boolean ping(PauseWatch watch) {
    for (ConnectionPool pool : pools) {
      Connection connection = pool.any();
      if (connection != null && connection.ping(watch)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void closeConnections() {
    pools.forEach(ConnectionPool::close);
    pools = List.of();
  }

  @Override
  public void close() {
    closeConnections();
    reactor.close(CloseMode.IMMEDIATE);
  }
}
