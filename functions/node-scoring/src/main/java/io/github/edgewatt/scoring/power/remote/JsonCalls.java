package io.github.edgewatt.scoring.power.remote;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/** Posts JSON and reads JSON, both bounded; everything else is one line why not. */
final class JsonCalls implements AutoCloseable {
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          // What Python's servers write for a model that fails.
          .enable(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private static final MediaType JSON = MediaType.get("application/json");
  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_CALLS = 64;
  private static final int MOST_CALLS_PER_HOST = 16;

  private final OkHttpClient client;

  JsonCalls(Duration timeout) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            0,
            2 * MOST_CALLS,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, "power-model-call");
              thread.setDaemon(true);
              return thread;
            });
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(MOST_CALLS);
    dispatcher.setMaxRequestsPerHost(MOST_CALLS_PER_HOST);
    client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .callTimeout(timeout)
            .followRedirects(false)
            .build();
  }

  CompletableFuture<JsonNode> post(HttpUrl url, JsonNode body) {
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    try {
      RequestBody content = RequestBody.create(MAPPER.writeValueAsBytes(body), JSON);
      client
          .newCall(new Request.Builder().url(url).post(content).build())
          .enqueue(callback(answer));
    } catch (JsonProcessingException e) {
      answer.completeExceptionally(new ModelException("the question is no JSON", e));
    }
    return answer;
  }

  private static Callback callback(CompletableFuture<JsonNode> answer) {
    return new Callback() {
      @Override
      public void onResponse(Call call, Response response) {
        try (response) {
          answer.complete(read(response));
        } catch (ModelException e) {
          answer.completeExceptionally(e);
        } catch (IOException e) {
          onFailure(call, e);
        }
      }

      @Override
      public void onFailure(Call call, IOException problem) {
        boolean late = problem instanceof java.io.InterruptedIOException;
        String why = late ? "no answer in time" : String.valueOf(problem.getMessage());
        answer.completeExceptionally(new ModelException(why, problem));
      }
    };
  }

  private static JsonNode read(Response response) throws IOException, ModelException {
    BufferedSource source = response.body().source();
    if (source.request(MOST_BYTES + 1L)) {
      throw new ModelException("the answer has more than " + (MOST_BYTES >> 20) + " MiB");
    }
    byte[] content = source.readByteArray();
    JsonNode tree = null;
    try {
      tree = MAPPER.readTree(content);
    } catch (JsonProcessingException e) {
      // told below: a login page and a broken body have a status worth telling
    }
    if (!response.isSuccessful()) {
      String told = tree == null ? "" : tree.path("error").asText("");
      throw new ModelException("status " + response.code() + (told.isEmpty() ? "" : ": " + told));
    }
    if (tree == null || !tree.isObject()) {
      throw new ModelException("the answer is no JSON object");
    }
    return tree;
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
