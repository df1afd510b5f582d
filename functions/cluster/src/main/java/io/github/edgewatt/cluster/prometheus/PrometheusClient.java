package io.github.edgewatt.cluster.prometheus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** Asks a Prometheus for instant vectors; every answer is bounded in time and size. */
final class PrometheusClient implements AutoCloseable {
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();
  private static final long MOST_BYTES = 32L << 20;
  private static final int MOST_SAID = 200;
  private static final long MILLIS = 1_000;

  private final OkHttpClient client;
  private final HttpUrl url;
  private final PrometheusSettings settings;

  /** It answered, but not with what was asked for; the message is one line. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  PrometheusClient(PrometheusSettings settings) {
    this.settings = settings;
    url = HttpUrl.get(settings.url()).newBuilder().addPathSegments("api/v1/query").build();
    client =
        new OkHttpClient.Builder().callTimeout(settings.timeout()).followRedirects(false).build();
  }

  /**
   * The vector of an expression at an instant.
   *
   * @throws RefusedException where it answers with something else
   * @throws IOException one line where it does not answer
   */
  List<SeriesValue> query(String text, Instant at) throws IOException {
    String time =
        String.format(
            Locale.ROOT, "%d.%03d", at.toEpochMilli() / MILLIS, at.toEpochMilli() % MILLIS);
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .post(new FormBody.Builder().add("query", text).add("time", time).build());
    settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    try (Response response = client.newCall(request.build()).execute()) {
      return vector(response);
    } catch (RefusedException e) {
      throw e;
    } catch (InterruptedIOException e) {
      throw new IOException("no answer within " + settings.timeout().toMillis() + " ms", e);
    } catch (IOException e) {
      throw new IOException(line(String.valueOf(e.getMessage())), e);
    }
  }

  private static List<SeriesValue> vector(Response response) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(MOST_BYTES + 1)) {
      throw new RefusedException("the answer has more than " + (MOST_BYTES >> 20) + " MiB");
    }
    JsonNode answer;
    try {
      answer = JSON.readTree(source.readByteArray());
    } catch (JsonProcessingException e) {
      answer = JSON.missingNode();
    }
    if (!response.isSuccessful() || !"success".equals(answer.path("status").asText())) {
      String said = answer.path("error").asText("");
      throw new RefusedException(
          "status " + response.code() + (said.isEmpty() ? "" : ": " + line(said)));
    }
    JsonNode data = answer.path("data");
    if (!"vector".equals(data.path("resultType").asText())) {
      throw new RefusedException("no vector: the query gives another kind of answer");
    }
    List<SeriesValue> values = new ArrayList<>();
    for (JsonNode series : data.path("result")) {
      Map<String, String> labels = new HashMap<>();
      series
          .path("metric")
          .properties()
          .forEach(label -> labels.put(label.getKey(), label.getValue().asText("")));
      values.add(new SeriesValue(labels, number(series.path("value").path(1).asText(""))));
    }
    return values;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      // +Inf, and whatever else is none.
      return Double.NaN;
    }
  }

  private static String line(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= MOST_SAID ? line : line.substring(0, MOST_SAID) + "…";
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
