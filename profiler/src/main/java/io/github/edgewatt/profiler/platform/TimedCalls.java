package io.github.edgewatt.profiler.platform;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * Single calls of functions, each with a deadline for all of it: socket timeouts alone let a body
 * drip for ever. A GET may have a body, as upstream's have. Safe for several threads.
 */
public final class TimedCalls implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 64;
  private static final int MOST_OF_ONE = 8;

  private final CloseableHttpClient client =
      HttpClients.custom()
          .setConnectionManager(
              PoolingHttpClientConnectionManagerBuilder.create()
                  .setMaxConnTotal(MOST_CONNECTIONS)
                  .setMaxConnPerRoute(MOST_OF_ONE)
                  .build())
          .disableAutomaticRetries()
          .disableRedirectHandling()
          .disableContentCompression()
          .disableCookieManagement()
          .build();

  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "call-deadlines");
            thread.setDaemon(true);
            return thread;
          });

  /** A function's request below an address. */
  public static HttpUriRequestBase request(URI address, FunctionSpec spec) {
    HttpUriRequestBase request =
        new HttpUriRequestBase(spec.method(), address.resolve(spec.path()));
    byte[] body = spec.body();
    if (body.length > 0) {
      request.setEntity(new ByteArrayEntity(body, ContentType.parse(spec.contentType())));
    }
    return request;
  }

  /**
   * Sends a request and hands its answer on.
   *
   * @throws IOException without a whole answer in time; {@code request.isCancelled()} tells that
   *     the deadline or an interrupt ended it
   */
  public <T> T execute(
      HttpUriRequestBase request, long timeoutMillis, HttpClientResponseHandler<T> handler)
      throws IOException {
    ScheduledFuture<?> deadline =
        deadlines.schedule(request::cancel, Math.max(1, timeoutMillis), TimeUnit.MILLISECONDS);
    try {
      return client.execute(request, handler);
    } catch (CancellationException e) {
      throw new IOException("cancelled", e);
    } catch (IllegalStateException e) {
      // A deadline between two steps of the client takes the connection away under its hands.
      if (!request.isCancelled()) {
        throw e;
      }
      throw new IOException("cancelled", e);
    } finally {
      deadline.cancel(false);
    }
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
