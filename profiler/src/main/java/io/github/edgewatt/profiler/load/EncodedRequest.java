package io.github.edgewatt.profiler.load;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicLineFormatter;
import org.apache.hc.core5.http.message.RequestLine;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * A target's request as the bytes that go out, made once, and where they go, looked up once.
 *
 * @param endpoint host and port
 * @param address the resolved address, or an unresolved one: then no connection can be made
 * @param bytes head and body; read through {@link ByteBuffer#duplicate}
 */
record EncodedRequest(NamedEndpoint endpoint, InetSocketAddress address, ByteBuffer bytes) {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]*");

  /**
   * @throws IllegalArgumentException when the target cannot be called: not plain http, no host, a
   *     method or a media type that would break the head, HEAD (its answers have no body to end)
   */
  static EncodedRequest of(LoadTarget target) {
    URI uri = target.uri();
    check(
        "http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null,
        target,
        "address " + uri + " is not http://host[:port]/path");
    check(TOKEN.matcher(target.method()).matches(), target, "method is not an HTTP token");
    check(!"HEAD".equals(target.method()), target, "method HEAD is not supported, use GET");
    check(
        HEADER_VALUE.matcher(target.contentType()).matches(),
        target,
        "content type has characters that do not belong in a header");
    int port = uri.getPort() < 0 ? 80 : uri.getPort();
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();

    CharArrayBuffer head = new CharArrayBuffer(256);
    line(head, new RequestLine(target.method(), path + query, HttpVersion.HTTP_1_1));
    header(head, "Host", uri.getHost() + (uri.getPort() < 0 ? "" : ":" + port));
    header(head, "User-Agent", "edgewatt-profiler");
    header(head, "Accept", "*/*");
    byte[] body = target.body();
    if (body.length > 0) {
      header(head, "Content-Type", target.contentType());
    }
    if (body.length > 0 || !"GET".equals(target.method())) {
      header(head, "Content-Length", Integer.toString(body.length));
    }
    head.append("\r\n");
    byte[] headBytes = head.toString().getBytes(StandardCharsets.US_ASCII);
    // Direct: a heap buffer would be copied to a direct one on each write.
    ByteBuffer bytes = ByteBuffer.allocateDirect(headBytes.length + body.length);
    bytes.put(headBytes).put(body).flip();
    return new EncodedRequest(
        new HostAndPort(uri.getHost(), port), new InetSocketAddress(uri.getHost(), port), bytes);
  }

  private static void check(boolean condition, LoadTarget target, String problem) {
    if (!condition) {
      throw new IllegalArgumentException("load target " + target.name() + ": " + problem);
    }
  }

  private static void line(CharArrayBuffer head, RequestLine line) {
    BasicLineFormatter.INSTANCE.formatRequestLine(head, line);
    head.append("\r\n");
  }

  private static void header(CharArrayBuffer head, String name, String value) {
    BasicLineFormatter.INSTANCE.formatHeader(head, new BasicHeader(name, value));
    head.append("\r\n");
  }

  private record HostAndPort(String hostName, int port) implements NamedEndpoint {
    @Override
    public String getHostName() {
      return hostName;
    }

    @Override
    public int getPort() {
      return port;
    }
  }
}
