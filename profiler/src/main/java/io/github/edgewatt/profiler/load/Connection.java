package io.github.edgewatt.profiler.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;

/**
 * One HTTP/1.1 connection, carrying one exchange at a time.
 *
 * <p>The pacer writes requests itself, on its own thread, straight to the socket: the reactor is
 * always interested in reading, so no selector has to be woken for a request, and the wake-up by
 * the answer is the only one. Each method holds the connection's monitor; the pool's is taken
 * inside it, never the other way round.
 */
final class Connection implements IOEventHandler, FutureCallback<IOSession> {
  private final ConnectionPool pool;
  private final ByteBuffer request;
  private final ResponseReader reader;
  private IOSession session;
  private Exchange exchange;
  private PauseWatch watch;
  private boolean closed;
  private boolean used;

  Connection(ConnectionPool pool, ByteBuffer request, ByteBuffer scratch) {
    this.pool = pool;
    this.request = request.duplicate();
    this.request.position(this.request.limit());
    reader = new ResponseReader(scratch);
  }

  /**
   * Sends a request now, or as soon as the connection is made.
   *
   * @return false when the connection is closed
   */
  synchronized boolean send(Exchange next) {
    if (closed) {
      return false;
    }
    exchange = next;
    next.carrier = this;
    if (session != null) {
      write();
    }
    return true;
  }

  private void write() {
    request.rewind();
    exchange.sent(System.nanoTime());
    try {
      flush();
    } catch (IOException e) {
      lost();
    }
  }

  private void flush() throws IOException {
    session.write(request);
    if (request.hasRemaining()) {
      session.setEvent(SelectionKey.OP_WRITE);
    }
  }

  /** Gives up an exchange; the connection with it, unless it has not been made yet. */
  synchronized void abort(Exchange given) {
    if (exchange == given) {
      exchange = null;
      if (session != null) {
        shut();
      }
    }
  }

  /** Asks the reactor for a sign of life by way of this connection; false if that cannot be. */
  synchronized boolean ping(PauseWatch asking) {
    if (closed || session == null || request.hasRemaining()) {
      return false;
    }
    watch = asking;
    session.setEvent(SelectionKey.OP_WRITE);
    return true;
  }

  synchronized void close() {
    exchange = null;
    shut();
  }

  @Override
  public synchronized void connected(IOSession made) {
    session = made;
    if (closed) {
      made.close(CloseMode.IMMEDIATE);
    } else if (exchange == null || exchange.ended()) {
      exchange = null;
      pool.idle(this);
    } else {
      write();
    }
  }

  @Override
  public synchronized void inputReady(IOSession from, ByteBuffer unused) {
    try {
      if (closed) {
        return;
      }
      if (exchange == null) {
        // Nothing was asked: the end of an idle connection, or garbage.
        shut();
      } else if (reader.read(from)) {
        complete();
      }
    } catch (IOException | HttpException e) {
      lost();
    }
  }

  private void complete() {
    long now = System.nanoTime();
    Exchange done = exchange;
    exchange = null;
    int status = reader.status();
    long bytes = reader.bodyBytes();
    boolean reusable = reader.reusable() && !request.hasRemaining();
    reader.next();
    used = true;
    if (reusable) {
      pool.idle(this);
    } else {
      shut();
    }
    // Last: it makes room for a next request, which shall find this connection idle.
    done.answered(status, bytes, now);
  }

  /**
   * The connection broke under an exchange. If it had been idle and not one byte came back, the
   * server had closed it before it could see the request: that is no fault of the function, and the
   * request may go once more, on a fresh connection (RFC 9110, 9.2.2; RFC 9112, 9.3.1).
   */
  private void lost() {
    if (used && reader.untouched() && exchange != null && !exchange.resent) {
      Exchange again = exchange;
      exchange = null;
      again.resent = true;
      shut();
      pool.sendFresh(again);
    } else {
      fail();
    }
  }

  private void fail() {
    Exchange broken = exchange;
    exchange = null;
    shut();
    if (broken != null) {
      broken.failed(System.nanoTime());
    }
  }

  private void shut() {
    if (!closed) {
      closed = true;
      if (session != null) {
        session.close(CloseMode.IMMEDIATE);
      }
      answerPing();
      pool.gone(this, used);
    }
  }

  private void answerPing() {
    if (watch != null) {
      watch.answered();
      watch = null;
    }
  }

  @Override
  public synchronized void outputReady(IOSession from) throws IOException {
    answerPing();
    if (!closed && request.hasRemaining()) {
      try {
        from.write(request);
      } catch (IOException e) {
        lost();
      }
    }
    if (!request.hasRemaining()) {
      from.clearEvent(SelectionKey.OP_WRITE);
    }
  }

  @Override
  public synchronized void timeout(IOSession from, Timeout after) {
    // The pacer keeps the response timeout: HttpCore looks at its own only now and then.
  }

  @Override
  public synchronized void exception(IOSession from, Exception cause) {
    fail();
  }

  @Override
  public synchronized void disconnected(IOSession from) {
    fail();
  }

  /** The reactor has made the connection; {@link #connected} says so too. */
  @Override
  public void completed(IOSession made) {}

  /** The connection could not be made. */
  @Override
  public synchronized void failed(Exception cause) {
    pool.refused();
    fail();
  }

  @Override
  public synchronized void cancelled() {
    fail();
  }
}
