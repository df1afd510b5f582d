package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.TimedCalls;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/**
 * Calls functions as a load does. Not by the client of the REST API, which refuses a GET with a
 * body, and that is how upstream's functions are called.
 */
final class FunctionCalls implements AutoCloseable {
  private static final int SHOWN_BYTES = 300;
  private static final long MOST_BYTES = 64L << 20;

  private final TimedCalls calls = new TimedCalls();

  /**
   * What came of a call.
   *
   * @param status the answer's, 0 without one
   * @param said first line of the answer, or why there is none
   */
  record Outcome(int status, String said) {
    boolean isSuccess() {
      return status >= 200 && status < 400;
    }

    /** {@code "answers 500: Can't reach service"}. */
    String text() {
      String what = status == 0 ? "gives no answer" : "answers " + status;
      return said.isEmpty() ? what : what + ": " + said;
    }
  }

  Outcome call(URI gateway, FunctionSpec spec, Duration timeout) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("before a call");
    }
    HttpUriRequestBase request = TimedCalls.request(gateway, spec);
    try {
      return calls.execute(request, timeout.toMillis(), FunctionCalls::outcome);
    } catch (IOException e) {
      // The client ends a wait for a connection when it is interrupted, which is no fault.
      if (Thread.interrupted()) {
        throw new InterruptedException("during a call");
      }
      return new Outcome(
          0,
          request.isCancelled()
              ? "not within %.0f s".formatted(timeout.toMillis() / 1000.0)
              : e.getClass().getSimpleName());
    }
  }

  private static Outcome outcome(ClassicHttpResponse response) throws IOException {
    String said = "";
    if (response.getEntity() != null) {
      try (InputStream body = response.getEntity().getContent()) {
        said = new String(body.readNBytes(SHOWN_BYTES), StandardCharsets.UTF_8);
        long left = MOST_BYTES;
        byte[] buffer = new byte[16 << 10];
        for (int read = 0; read >= 0 && left > 0; left -= read) {
          read = body.read(buffer);
        }
        if (left <= 0) {
          throw new IOException("answer too long");
        }
      }
    }
    Header internal = response.getFirstHeader("X-Openfaas-Internal");
    String whose = internal == null ? "" : "(" + internal.getValue() + ") ";
    boolean fine = response.getCode() < 400;
    return new Outcome(response.getCode(), fine ? "" : whose + GatewayFaults.oneLine(said));
  }

  @Override
  public void close() {
    calls.close();
  }
}
