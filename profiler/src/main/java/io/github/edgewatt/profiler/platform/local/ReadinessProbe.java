package io.github.edgewatt.profiler.platform.local;

import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.TimedCalls;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** Asks a function whether it is ready, each question with a deadline of its own. */
final class ReadinessProbe implements AutoCloseable {
  static final String READY_PATH = "/_/ready";

  /** No answer: refused, closed, or not in time. */
  static final int NO_ANSWER = -1;

  private final TimedCalls calls = new TimedCalls();

  /** Status of {@code GET /_/ready}. */
  int ready(URI address, long timeoutMillis) {
    return status(new HttpUriRequestBase("GET", address.resolve(READY_PATH)), timeoutMillis);
  }

  /** Status of one real call, its answer read to the end. */
  int call(URI address, FunctionSpec spec, long timeoutMillis) {
    return status(TimedCalls.request(address, spec), timeoutMillis);
  }

  private int status(HttpUriRequestBase request, long timeoutMillis) {
    try {
      return calls.execute(request, timeoutMillis, ReadinessProbe::drained);
    } catch (IOException e) {
      return NO_ANSWER;
    }
  }

  private static int drained(ClassicHttpResponse response) throws IOException {
    if (response.getEntity() != null) {
      try (InputStream body = response.getEntity().getContent()) {
        body.transferTo(OutputStream.nullOutputStream());
      }
    }
    return response.getCode();
  }

  @Override
  public void close() {
    calls.close();
  }
}
