package io.github.edgewatt.workloads.function;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Fetches an address on the allow-list; waits without a thread. Redirects are not followed, since
 * they could lead off the list.
 */
public final class Curl {
  static final int MOST_BYTES = 1 << 20;

  private final HttpClient client;
  private final Supplier<URI> stub;
  private final AllowList allowed;
  private final Duration deadline;

  /**
   * With its bounds.
   *
   * @param stub fetched by default and always allowed; asked for at each call, since a port may be
   *     known only once the server listens
   * @param allowed other addresses that may be fetched
   * @param worker where answers are read
   * @param deadline for the whole fetch
   */
  public Curl(Supplier<URI> stub, AllowList allowed, Executor worker, Duration deadline) {
    this.stub = stub;
    this.allowed = allowed;
    this.deadline = deadline;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(deadline)
            .executor(worker)
            .build();
  }

  /**
   * What a call asks for; absent fields take their defaults.
   *
   * @param url to fetch, at most 2,000 characters; default: the function's own stub
   */
  public record Input(String url) {
    public Input {
      url = Bounds.text("url", url, "", 2_000).strip();
    }

    public static Input ofText(String text) {
      return new Input(text);
    }
  }

  /**
   * What a call has done.
   *
   * @param status of the answer
   * @param bytes of its body, at most 1,048,576
   * @param sha256 digest of its body
   */
  public record Output(int status, int bytes, String sha256) {}

  /**
   * Completes with the answer, or with a {@link FetchException}.
   *
   * @throws BadInputException when the address may not be fetched
   */
  public CompletionStage<Output> run(Input input) {
    URI uri = input.url().isEmpty() ? stub.get() : check(input.url());
    HttpRequest request = HttpRequest.newBuilder(uri).GET().timeout(deadline).build();
    // The request's own time-out ends with the headers; orTimeout covers a body that trickles.
    return client
        .sendAsync(request, head -> new CappedBody(MOST_BYTES))
        .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
        .handle((response, failure) -> answer(uri, response, failure));
  }

  private URI check(String url) {
    return url.equals(stub.get().toString()) ? stub.get() : allowed.check(url);
  }

  private static Output answer(URI uri, HttpResponse<byte[]> response, Throwable failure) {
    if (failure != null) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      String what =
          cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
      throw new FetchException(uri + " could not be fetched: " + what, cause);
    }
    byte[] body = response.body();
    return new Output(response.statusCode(), body.length, Checksum.hex("SHA-256", body));
  }
}
