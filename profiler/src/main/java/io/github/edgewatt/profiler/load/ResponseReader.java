package io.github.edgewatt.profiler.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.BasicHttpTransportMetrics;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.nio.ChunkDecoder;
import org.apache.hc.core5.http.impl.nio.DefaultHttpResponseFactory;
import org.apache.hc.core5.http.impl.nio.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.nio.IdentityDecoder;
import org.apache.hc.core5.http.impl.nio.LengthDelimitedDecoder;
import org.apache.hc.core5.http.nio.ContentDecoder;

/**
 * Reads one answer after the other from a connection with HttpCore's parsers; counts the body's
 * bytes and keeps none.
 */
final class ResponseReader {
  private static final Http1Config LIMITS =
      Http1Config.custom().setMaxLineLength(8192).setMaxHeaderCount(200).build();
  private static final BasicHttpTransportMetrics UNUSED = new BasicHttpTransportMetrics();

  private final InputBuffer buffer = new InputBuffer(16 * 1024);
  private final ByteBuffer scratch;
  private final DefaultHttpResponseParser<HttpResponse> parser =
      new DefaultHttpResponseParser<>(LIMITS, DefaultHttpResponseFactory.INSTANCE);
  private boolean started;
  private HttpResponse head;
  private ContentDecoder body;
  private long bodyBytes;

  /**
   * @param scratch where bodies go before they are forgotten, shared by all readers of a thread
   */
  ResponseReader(ByteBuffer scratch) {
    this.scratch = scratch;
  }

  /** Whether no byte of the current answer has come. */
  boolean untouched() {
    return !started && !buffer.hasData();
  }

  /** Status of the answer that {@link #read} completed. */
  int status() {
    return head.getCode();
  }

  long bodyBytes() {
    return bodyBytes;
  }

  /** Whether the connection may carry another request after the answer just completed. */
  boolean reusable() {
    return !(body instanceof IdentityDecoder)
        && !buffer.hasData()
        && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(null, head, null);
  }

  /** Forgets the answer: the next begins. */
  void next() {
    parser.reset();
    head = null;
    body = null;
    bodyBytes = 0;
    started = false;
  }

  /**
   * Reads what the channel has.
   *
   * @return whether the answer is complete
   * @throws IOException when the connection broke, or ended before the answer did
   * @throws HttpException when it is not HTTP
   */
  boolean read(ReadableByteChannel channel) throws IOException, HttpException {
    while (head == null) {
      HttpResponse parsed = buffer.hasData() ? parser.parse(buffer, false) : null;
      if (parsed == null) {
        int n = buffer.fill(channel);
        if (n < 0) {
          throw new ConnectionClosedException();
        }
        if (n == 0) {
          return false;
        }
        started = true;
      } else if (parsed.getCode() >= 200) {
        head = parsed;
        body = decoder(channel, parsed);
      } else {
        parser.reset();
      }
    }
    return body == null || readBody();
  }

  private boolean readBody() throws IOException {
    while (!body.isCompleted()) {
      int n = body.read(scratch.clear());
      if (n > 0) {
        bodyBytes += n;
      } else if (!body.isCompleted()) {
        return false;
      }
    }
    return true;
  }

  /** How the body ends (RFC 9112, 6.3); null when there is none. */
  private ContentDecoder decoder(ReadableByteChannel channel, HttpResponse response)
      throws HttpException {
    if (response.getCode() == 204 || response.getCode() == 304) {
      return null;
    }
    long length = DefaultContentLengthStrategy.INSTANCE.determineLength(response);
    if (length == ContentLengthStrategy.CHUNKED) {
      return new ChunkDecoder(channel, buffer, LIMITS, UNUSED);
    }
    return length >= 0
        ? new LengthDelimitedDecoder(channel, buffer, UNUSED, length)
        : new IdentityDecoder(channel, buffer, UNUSED);
  }
}
