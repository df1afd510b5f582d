package io.github.edgewatt.weights.influx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** {@code POST /api/v2/write}, compressed. */
final class InfluxSender implements Sending, AutoCloseable {
  private static final MediaType TEXT = MediaType.get("text/plain; charset=utf-8");
  private static final long MOST_REASON_BYTES = 300;
  private static final long MOST_WAIT_SECONDS = 300;

  private final InfluxSettings settings;
  private final OkHttpClient client;

  InfluxSender(InfluxSettings settings) {
    this.settings = settings;
    client =
        new OkHttpClient.Builder()
            .callTimeout(settings.timeout())
            .connectTimeout(settings.timeout())
            .readTimeout(settings.timeout())
            .writeTimeout(settings.timeout())
            .followRedirects(false)
            .build();
  }

  @Override
  public Outcome send(List<String> lines) {
    Request request =
        new Request.Builder()
            .url(settings.write())
            .header("Authorization", "Token " + settings.token())
            .header("Content-Encoding", "gzip")
            .post(RequestBody.create(compressed(lines), TEXT))
            .build();
    try (Response response = client.newCall(request).execute()) {
      return outcome(response);
    } catch (IOException e) {
      return new Outcome.Later(
          "cannot write to InfluxDB at " + settings.url() + ": " + e.getMessage(), Duration.ZERO);
    }
  }

  private Outcome outcome(Response response) throws IOException {
    if (response.isSuccessful()) {
      return new Outcome.Sent();
    }
    String why =
        "InfluxDB at "
            + settings.url()
            + " answers "
            + response.code()
            + ": "
            + response.peekBody(MOST_REASON_BYTES).string().replaceAll("\\s+", " ").strip();
    return switch (response.code()) {
      case 400, 413, 422 -> new Outcome.Refused(why);
      default -> new Outcome.Later(why, after(response.header("Retry-After", "")));
    };
  }

  /** Seconds; a date or nonsense counts as not said. */
  private static Duration after(String header) {
    try {
      long seconds = Long.parseLong(header.strip());
      return Duration.ofSeconds(Math.max(0, Math.min(seconds, MOST_WAIT_SECONDS)));
    } catch (NumberFormatException e) {
      return Duration.ZERO;
    }
  }

  private static byte[] compressed(List<String> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      for (String line : lines) {
        gzip.write(line.getBytes(StandardCharsets.UTF_8));
        gzip.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
