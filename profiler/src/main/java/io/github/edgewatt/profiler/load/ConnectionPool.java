package io.github.edgewatt.profiler.load;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * One target's connections. Idle ones are taken in turn, so that a server which binds connections
 * to event loops sees load on all of them.
 */
final class ConnectionPool {
  private final EncodedRequest request;
  private final ByteBuffer scratch;
  private final Consumer<Connection> connector;
  private final CountDownLatch opened;
  private final ArrayDeque<Connection> idle = new ArrayDeque<>();
  private final Set<Connection> all = new LinkedHashSet<>();
  private boolean closed;

  /**
   * @param connector has the reactor make a connection
   * @param opened counted down once for each connection made or refused
   */
  ConnectionPool(
      EncodedRequest request,
      ByteBuffer scratch,
      Consumer<Connection> connector,
      CountDownLatch opened) {
    this.request = request;
    this.scratch = scratch;
    this.connector = connector;
    this.opened = opened;
  }

  void open() {
    Connection connection = create();
    if (connection != null) {
      connector.accept(connection);
    }
  }

  void send(Exchange exchange) {
    Connection connection = poll();
    while (connection != null && !connection.send(exchange)) {
      connection = poll();
    }
    if (connection == null) {
      sendFresh(exchange);
    }
  }

  /** Sends on a connection yet to be made. */
  void sendFresh(Exchange exchange) {
    Connection connection = create();
    if (connection == null || !connection.send(exchange)) {
      exchange.failed(System.nanoTime());
    } else {
      connector.accept(connection);
    }
  }

  private Connection create() {
    Connection connection = new Connection(this, request.bytes(), scratch);
    synchronized (this) {
      return !closed && all.add(connection) ? connection : null;
    }
  }

  private synchronized Connection poll() {
    return idle.poll();
  }

  /** Any connection, for a sign of life. */
  synchronized Connection any() {
    return all.isEmpty() ? null : all.iterator().next();
  }

  synchronized void idle(Connection connection) {
    opened.countDown();
    if (!closed) {
      idle.add(connection);
    }
  }

  void refused() {
    opened.countDown();
  }

  /**
   * A connection is closed. One that has served is replaced, so that a server which closes often
   * does not make each request wait for a connection; one that has not is a server that does not
   * want it.
   */
  void gone(Connection connection, boolean served) {
    synchronized (this) {
      idle.remove(connection);
      all.remove(connection);
    }
    if (served) {
      open();
    }
  }

  void close() {
    List<Connection> left;
    synchronized (this) {
      closed = true;
      left = new ArrayList<>(all);
    }
    left.forEach(Connection::close);
  }
}
