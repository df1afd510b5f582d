package io.github.edgewatt.profiler.measure.prometheus;

import com.fasterxml.jackson.core.JacksonException;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Answers into data or one line that says what is wrong with them. */
final class Exchange {
  private static final long MOST_ERROR_BYTES = 64 * 1024;
  private static final int MOST_ERROR_LENGTH = 300;

  private final URI base;
  private final PrometheusLimits limits;

  Exchange(URI base, PrometheusLimits limits) {
    this.base = base;
    this.limits = limits;
  }

  /** What becomes of a response. */
  interface Use<T> {
    Answer<T> apply(Exchange exchange, Response response) throws PrometheusException, IOException;
  }

  <T> Answer<T> read(Response response, DataReader<T> reader)
      throws PrometheusException, IOException {
    return data(Envelope.read(open(response), reader));
  }

  /** Saves an answer as it comes; what is there afterwards was checked. */
  Answer<Long> save(Response response, Path target) throws PrometheusException, IOException {
    InputStream in = open(response);
    SavedAnswer saved = SavedAnswer.write(in, target);
    if (saved.looksWhole()) {
      return new Answer<>(saved.bytes(), List.of());
    }
    Answer<Boolean> checked = data(saved.parse());
    return new Answer<>(saved.bytes(), checked.warnings());
  }

  private InputStream open(Response response) throws PrometheusException {
    ResponseBody body = response.body();
    String type = response.header("Content-Type", "").toLowerCase(Locale.ROOT);
    boolean html = type.startsWith("text/html");
    if (!response.isSuccessful()) {
      throw refused(response, html ? "" : said(body));
    }
    if (html) {
      throw error(
          Kind.NOT_PROMETHEUS,
          "answers with an HTML page: is it behind a login, or is the path prefix wrong?");
    }
    return new BoundedInput(body.byteStream(), limits.mostBytes());
  }

  private <T> Answer<T> data(Envelope<T> envelope) throws PrometheusException {
    if (!envelope.status().equals("success")) {
      throw error(kindOf(envelope.errorType()), "refuses: " + message(envelope));
    }
    if (envelope.data() == null) {
      throw error(Kind.NOT_PROMETHEUS, "says success without data");
    }
    return new Answer<>(envelope.data(), envelope.warnings());
  }

  private PrometheusException refused(Response response, String said) {
    String why = said.isEmpty() ? "" : ": " + said;
    int code = response.code();
    return switch (code) {
      case 400 -> error(Kind.BAD_REQUEST, "does not understand the query" + why);
      case 401, 403 ->
          error(
              Kind.UNAUTHORIZED,
              "wants a login (HTTP %d): give it a password file or a token file".formatted(code));
      case 404 ->
          error(Kind.NOT_PROMETHEUS, "has no API there (HTTP 404): is the path prefix right?");
      case 422 -> error(Kind.UNPROCESSABLE, "cannot execute the query" + why);
      case 429, 502, 503, 504 ->
          error(Kind.UNAVAILABLE, "is not available (HTTP %d)".formatted(code) + why);
      default ->
          response.isRedirect()
              ? error(
                  Kind.NOT_PROMETHEUS,
                  "sends us on to %s: give the address it is really at"
                      .formatted(withoutQuery(response.header("Location", "another address"))))
              : error(
                  code >= 500 ? Kind.UNAVAILABLE : Kind.NOT_PROMETHEUS,
                  "answers with HTTP %d".formatted(code) + why);
    };
  }

  /** What a failed request's body says, JSON or text. */
  private static String said(ResponseBody body) {
    try (InputStream in = body.byteStream()) {
      byte[] start = in.readNBytes((int) MOST_ERROR_BYTES);
      try {
        return message(
            Envelope.read(
                new ByteArrayInputStream(start),
                json -> {
                  json.skipChildren();
                  return "";
                }));
      } catch (IOException notJson) {
        return oneLine(new String(start, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      return "";
    }
  }

  private static String message(Envelope<?> envelope) {
    String type = envelope.errorType();
    return oneLine(type.isEmpty() ? envelope.error() : type + ": " + envelope.error());
  }

  private static String oneLine(String text) {
    String line = String.valueOf(text).strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    return line.length() <= MOST_ERROR_LENGTH ? line : line.substring(0, MOST_ERROR_LENGTH) + "…";
  }

  private static String withoutQuery(String address) {
    return address.replaceAll("[?#].*", "");
  }

  private static Kind kindOf(String errorType) {
    return switch (errorType) {
      case "bad_data" -> Kind.BAD_REQUEST;
      case "execution" -> Kind.UNPROCESSABLE;
      case "timeout", "canceled", "unavailable" -> Kind.UNAVAILABLE;
      default -> Kind.NOT_PROMETHEUS;
    };
  }

  /** The typed error of a call that came to no answer. */
  PrometheusException failed(IOException e) {
    if (e instanceof BoundedInput.TooLargeException) {
      return error(
          Kind.TOO_LARGE,
          "answers with more than %d MiB: ask for less".formatted(limits.mostBytes() >> 20));
    }
    if (e instanceof JacksonException) {
      return error(Kind.NOT_PROMETHEUS, "answers with what is not its JSON", e);
    }
    if (e instanceof UnknownHostException) {
      return error(Kind.UNREACHABLE, "has a host name that is not known", e);
    }
    if (e instanceof SSLException) {
      return error(
          Kind.NOT_PROMETHEUS, "has no TLS we trust (%s)".formatted(oneLine(e.getMessage())), e);
    }
    if (e instanceof SocketTimeoutException && oneLine(e.getMessage()).contains("onnect")) {
      return error(Kind.TIMEOUT, "took no connection within " + Times.words(limits.connect()), e);
    }
    if (e instanceof SocketTimeoutException || e instanceof InterruptedIOException) {
      return error(Kind.TIMEOUT, "did not answer within " + Times.words(limits.call()), e);
    }
    String what = e instanceof ConnectException ? "refuses connections" : "lost the connection";
    return error(Kind.UNREACHABLE, what, e);
  }

  private PrometheusException error(Kind kind, String what) {
    return error(kind, what, null);
  }

  PrometheusException error(Kind kind, String what, Throwable cause) {
    return new PrometheusException(kind, "Prometheus at " + base + " " + what, cause);
  }
}
