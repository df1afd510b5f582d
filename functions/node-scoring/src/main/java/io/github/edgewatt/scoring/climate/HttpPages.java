package io.github.edgewatt.scoring.climate;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** {@code http://ADDRESS:PORT/metrics}, up to 1 MiB of it, a few at a time. */
final class HttpPages implements Pages, AutoCloseable {
  private static final int MOST_BYTES = 1 << 20;
  private static final int IDLE_SECONDS = 10;

  private final OkHttpClient client;
  private final int port;

  HttpPages(int port, int mostAtOnce, Duration timeout) {
    this.port = port;
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            mostAtOnce,
            mostAtOnce,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            HttpPages::daemon);
    threads.allowCoreThreadTimeOut(true);
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(mostAtOnce);
    client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .callTimeout(timeout)
            .followRedirects(false)
            .build();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "ipmi-page");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public CompletableFuture<String> fetch(String address) {
    CompletableFuture<String> page = new CompletableFuture<>();
    try {
      HttpUrl url =
          new HttpUrl.Builder()
              .scheme("http")
              .host(address)
              .port(port)
              .addPathSegment("metrics")
              .build();
      client.newCall(new Request.Builder().url(url).build()).enqueue(callback(page));
    } catch (IllegalArgumentException e) {
      page.completeExceptionally(new IOException("no address: " + address, e));
    }
    return page;
  }

  private static Callback callback(CompletableFuture<String> page) {
    return new Callback() {
      @Override
      public void onResponse(Call call, Response response) {
        try (response) {
          page.complete(read(response));
        } catch (IOException e) {
          page.completeExceptionally(e);
        }
      }

      @Override
      public void onFailure(Call call, IOException problem) {
        page.completeExceptionally(problem);
      }
    };
  }

  private static String read(Response response) throws IOException {
    if (!response.isSuccessful()) {
      throw new IOException("status " + response.code());
    }
    BufferedSource source = response.body().source();
    if (source.request(MOST_BYTES + 1L)) {
      throw new IOException("the page has more than " + (MOST_BYTES >> 20) + " MiB");
    }
    return source.readUtf8();
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
