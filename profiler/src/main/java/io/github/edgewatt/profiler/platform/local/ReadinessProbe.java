package io.github.edgewatt.profiler.platform.local;

import io.github.edgewatt.profiler.platform.FunctionSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/** Asks a function whether it is ready, each question with a deadline of its own. */
final class ReadinessProbe implements AutoCloseable {
  static final String READY_PATH = "/_/ready";

  /** No answer: refused, closed, or not in time. */
  static final int NO_ANSWER = -1;

  private final CloseableHttpClient client =
      HttpClients.custom()
          .setConnectionManager(
              PoolingHttpClientConnectionManagerBuilder.create()
                  .setMaxConnTotal(64)
                  .setMaxConnPerRoute(8)
                  .build())
          .disableAutomaticRetries()
          .disableRedirectHandling()
          .disableContentCompression()
          .disableCookieManagement()
          .build();

  /** Cancels a request at its deadline: socket timeouts alone let a body drip for ever. */
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "readiness-deadlines");
            thread.setDaemon(true);
            return thread;
          });

  /** Status of {@code GET /_/ready}. */
  int ready(URI address, long timeoutMillis) {
    return status(new HttpUriRequestBase("GET", address.resolve(READY_PATH)), timeoutMillis);
  }

  /** Status of one real call, its answer read to the end. */
  int call(URI address, FunctionSpec spec, long timeoutMillis) {
    HttpUriRequestBase request =
        new HttpUriRequestBase(spec.method(), address.resolve(spec.path()));
    byte[] body = spec.body();
    if (body.length > 0) {
      request.setEntity(new ByteArrayEntity(body, ContentType.parse(spec.contentType())));
    }
    return status(request, timeoutMillis);
  }

  private int status(HttpUriRequestBase request, long timeoutMillis) {
    ScheduledFuture<?> deadline =
        deadlines.schedule(request::cancel, Math.max(1, timeoutMillis), TimeUnit.MILLISECONDS);
    try {
      return client.execute(request, ReadinessProbe::drained);
    } catch (IOException e) {
      return NO_ANSWER;
    } finally {
      deadline.cancel(false);
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
    deadlines.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
