package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.openfaas.GatewayException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** One exchange with the gateway: a deadline for all of it, a bound on what is read. */
final class GatewayHttp implements AutoCloseable {

  /** 15 functions are 20 KB; a gateway with thousands still fits. */
  private static final long MOST_BYTES = 8 << 20;

  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** The deadline of a call does not end a look-up of the host's name. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "gateway-client");
            thread.setDaemon(true);
            return thread;
          });
  private final OkHttpClient client;
  private final Reader reader;
  private final Duration grace;

  /** Reads an answer. */
  @FunctionalInterface
  interface Reader {
    Answer read(Response response) throws IOException;
  }

  /**
   * An answer.
   *
   * @param whole false where it was longer than what is read of one
   */
  record Answer(int status, String contentType, String location, String body, boolean whole) {
    boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    boolean isHtml() {
      return contentType.startsWith("text/html") || body.stripLeading().startsWith("<");
    }
  }

  GatewayHttp() {
    this(GatewayHttp::read, GRACE);
  }

  /**
   * @param grace how much longer than its deadline an exchange is waited for
   */
  GatewayHttp(Reader reader, Duration grace) {
    this.reader = reader;
    this.grace = grace;
    this.client =
        new OkHttpClient.Builder()
            .dispatcher(new Dispatcher(threads))
            .connectionPool(new ConnectionPool(4, 30, TimeUnit.SECONDS))
            .connectTimeout(CONNECT)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .followRedirects(false)
            .followSslRedirects(false)
            // A request that changes something must not be sent twice behind our back.
            .retryOnConnectionFailure(false)
            .build();
  }

  Answer send(Request request, Duration deadline) throws GatewayException, InterruptedException {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Call call = client.newCall(request);
    call.timeout().timeout(deadline.toNanos(), TimeUnit.NANOSECONDS);
    call.enqueue(
        new Callback() {
          @Override
          public void onFailure(Call failed, IOException e) {
            answer.completeExceptionally(e);
          }

          @Override
          public void onResponse(Call answered, Response response) {
            try (response) {
              answer.complete(reader.read(response));
            } catch (IOException | RuntimeException | Error e) {
              // Whatever it is, who asked must not wait for ever.
              answer.completeExceptionally(e);
            }
          }
        });
    try {
      return answer.get(deadline.plus(grace).toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      call.cancel();
      throw translated(request, deadline, new InterruptedIOException("no end of a call"));
    } catch (InterruptedException e) {
      call.cancel();
      throw e;
    } catch (ExecutionException e) {
      throw translated(request, deadline, e.getCause());
    }
  }

  private static Answer read(Response response) throws IOException {
    Buffer kept = new Buffer();
    BufferedSource source = response.body().source();
    boolean whole = false;
    while (kept.size() <= MOST_BYTES && !whole) {
      whole = source.read(kept, 64 << 10) < 0;
    }
    return new Answer(
        response.code(),
        response.header("Content-Type", ""),
        response.header("Location", ""),
        kept.readUtf8(),
        whole);
  }

  private static GatewayException translated(Request request, Duration deadline, Throwable cause) {
    String what = what(request);
    String where =
        request.url().scheme() + "://" + request.url().host() + ":" + request.url().port();
    if (cause instanceof ConnectException) {
      return new GatewayException(
          Kind.UNREACHABLE,
          0,
          "no gateway answers at %s (connection refused): is it running, and is --gateway right?"
              .formatted(where));
    }
    if (cause instanceof UnknownHostException) {
      return new GatewayException(
          Kind.UNREACHABLE,
          0,
          "the gateway's host name %s is not known: is --gateway right?"
              .formatted(request.url().host()));
    }
    if (cause instanceof InterruptedIOException) {
      return new GatewayException(
          Kind.TIMEOUT,
          0,
          "the gateway at %s did not answer %s within %.0f s"
              .formatted(where, what, deadline.toMillis() / 1000.0));
    }
    if (!(cause instanceof IOException)) {
      return new GatewayException(
          Kind.NOT_A_GATEWAY,
          0,
          "the gateway at %s answers %s with what cannot be read (%s)"
              .formatted(where, what, cause));
    }
    String hint =
        what.equals("GET /system/functions")
            ? "; a gateway does so when its own Prometheus is down: look there first"
            : "";
    return new GatewayException(
        Kind.BROKEN,
        0,
        "the gateway at %s ended the connection in the middle of %s%s"
            .formatted(where, what, hint));
  }

  /** How a request is named in messages: without its query, and without its headers. */
  static String what(Request request) {
    return request.method() + " " + request.url().encodedPath();
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
    threads.shutdownNow();
  }
}
