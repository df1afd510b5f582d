package io.github.edgewatt.profiler.measure.prometheus;

import io.github.edgewatt.profiler.measure.prometheus.PrometheusException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** One request and its answer, without repetition. */
final class Transport implements AutoCloseable {
  private static final int MOST_AT_ONCE = 64;

  private final PrometheusSettings settings;
  private final Exchange exchange;
  private final OkHttpClient http;
  private final ExecutorService threads;
  private final String root;
  private final boolean nearby;

  Transport(PrometheusSettings settings, PrometheusLimits limits) throws IOException {
    this.settings = settings;
    this.exchange = new Exchange(settings.base(), limits);
    this.root = settings.base().toString().replaceAll("/+$", "") + "/api/v1/";
    this.nearby = settings.base().getHost().matches("localhost|127\\.[0-9.]+|\\[::1]");
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "prometheus-client");
              thread.setDaemon(true);
              return thread;
            });
    Dispatcher dispatcher = new Dispatcher(threads);
    // Its own bound of five a host would queue what callers want at once.
    dispatcher.setMaxRequests(MOST_AT_ONCE);
    dispatcher.setMaxRequestsPerHost(MOST_AT_ONCE);
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectTimeout(limits.connect())
            .callTimeout(limits.call())
            .readTimeout(limits.call())
            .writeTimeout(limits.call())
            // A redirect would carry the credentials to an address nobody gave us.
            .followRedirects(false)
            .followSslRedirects(false)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(new ConnectionPool(MOST_AT_ONCE, 1, TimeUnit.MINUTES))
            .dispatcher(dispatcher);
    if ("http".equals(settings.base().getScheme())) {
      // What it would set up for encryption costs a short command a tenth of a second.
      builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
    }
    if (settings.caFile().isPresent()) {
      Trust.only(builder, settings.caFile().get());
    }
    Credentials.header(settings);
    this.http = builder.build();
  }

  <T> Answer<T> post(String path, RequestBody body, DataReader<T> reader)
      throws PrometheusException, InterruptedException {
    return call(
        new Request.Builder().url(root + path).post(body),
        (exchange, response) -> exchange.read(response, reader));
  }

  /** Saves the answer in a file, which is not to be read where this fails. */
  Answer<Long> save(String path, RequestBody body, Path target)
      throws PrometheusException, InterruptedException {
    Request.Builder request = new Request.Builder().url(root + path).post(body);
    if (nearby) {
      // Compressing costs the server more than the loopback could save.
      request.header("Accept-Encoding", "identity");
    }
    return call(request, (exchange, response) -> exchange.save(response, target));
  }

  <T> Answer<T> get(String path, DataReader<T> reader)
      throws PrometheusException, InterruptedException {
    return call(
        new Request.Builder().url(root + path).get(),
        (exchange, response) -> exchange.read(response, reader));
  }

  private <T> Answer<T> call(Request.Builder request, Exchange.Use<T> use)
      throws PrometheusException, InterruptedException {
    request.header("Accept", "application/json");
    try {
      Optional<String> header = Credentials.header(settings);
      header.ifPresent(value -> request.header("Authorization", value));
    } catch (IOException e) {
      throw new PrometheusException(Kind.UNAUTHORIZED, e.getMessage(), e);
    }
    // Asked for on another thread, because a blocked read does not see an interrupt.
    Call call = http.newCall(request.build());
    CompletableFuture<Answer<T>> answer = new CompletableFuture<>();
    call.enqueue(new Completion<>(exchange, use, answer));
    try {
      return answer.get();
    } catch (InterruptedException e) {
      call.cancel();
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PrometheusException typed) {
        throw typed;
      }
      if (e.getCause() instanceof UncheckedIOException ours) {
        throw ours;
      }
      throw exchange.error(Kind.NOT_PROMETHEUS, "answers with what is not its JSON", e.getCause());
    }
  }

  private record Completion<T>(
      Exchange exchange, Exchange.Use<T> use, CompletableFuture<Answer<T>> answer)
      implements Callback {

    @Override
    public void onFailure(Call call, IOException e) {
      answer.completeExceptionally(exchange.failed(e));
    }

    @Override
    public void onResponse(Call call, Response response) {
      try (response) {
        answer.complete(use.apply(exchange, response));
      } catch (IOException e) {
        answer.completeExceptionally(exchange.failed(e));
      } catch (PrometheusException | RuntimeException e) {
        answer.completeExceptionally(e);
      }
    }
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.connectionPool().evictAll();
    threads.shutdownNow();
  }
}
