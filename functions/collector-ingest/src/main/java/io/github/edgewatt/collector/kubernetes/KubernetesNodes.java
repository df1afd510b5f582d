package io.github.edgewatt.collector.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.github.edgewatt.collector.kubernetes.ApiException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Nodes at a Kubernetes API server. A merge patch of our own keys needs no version of the node: it
 * neither overwrites what others write nor conflicts with it. The client's own patch would fetch
 * the whole node before and after; here one request goes out, and metadata alone comes back.
 */
final class KubernetesNodes implements NodeAnnotations {
  private static final String METADATA_ONLY =
      "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final String WHO = "edgewatt-collector-ingest";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST_REASON = 200;

  private final KubernetesClient client;
  private final String nodes;

  KubernetesNodes(Config config) {
    // Retries are this package's: the client's would hold the thread beyond every deadline.
    config.setRequestRetryBackoffLimit(0);
    client = new KubernetesClientBuilder().withConfig(config).build();
    String master = client.getMasterUrl().toString();
    nodes = master + (master.endsWith("/") ? "" : "/") + "api/v1/nodes/";
  }

  @Override
  public Map<String, String> read(String node, Duration deadline)
      throws ApiException, InterruptedException {
    HttpRequest.Builder request = client.getHttpClient().newHttpRequestBuilder();
    byte[] body = call(request.uri(nodes + node), deadline);
    try {
      JsonNode metadata = MAPPER.readTree(body).path("metadata");
      if (!metadata.isObject()) {
        throw new ApiException(Kind.REFUSED, "the answer is no node");
      }
      Map<String, String> annotations = new LinkedHashMap<>();
      metadata
          .path("annotations")
          .properties()
          .forEach(one -> annotations.put(one.getKey(), one.getValue().asText()));
      return annotations;
    } catch (IOException e) {
      throw new ApiException(Kind.REFUSED, "the answer is no JSON", e);
    }
  }

  @Override
  public void write(String node, Map<String, String> annotations, Duration deadline)
      throws ApiException, InterruptedException {
    String patch;
    try {
      patch = MAPPER.writeValueAsString(Map.of("metadata", Map.of("annotations", annotations)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts are always JSON", e);
    }
    HttpRequest.Builder request = client.getHttpClient().newHttpRequestBuilder();
    String uri = nodes + node + "?fieldManager=" + WHO;
    byte[] body = call(request.uri(uri).method("PATCH", MERGE_PATCH, patch), deadline);
    if (body.length == 0 || body[0] != '{') {
      throw new ApiException(Kind.REFUSED, "the answer is no JSON");
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private byte[] call(HttpRequest.Builder request, Duration deadline)
      throws ApiException, InterruptedException {
    request.header("Accept", METADATA_ONLY).header("User-Agent", WHO);
    long until = System.nanoTime() + deadline.toNanos();
    HttpClient http = client.getHttpClient();
    BoundedBody body = new BoundedBody();
    CompletableFuture<HttpResponse<AsyncBody>> answer = http.consumeBytes(request.build(), body);
    try {
      HttpResponse<AsyncBody> response =
          answer.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      AsyncBody rest = response.body();
      try {
        rest.consume();
        rest.done().get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      } finally {
        rest.cancel();
      }
      check(response.code(), body.bytes());
      return body.bytes();
    } catch (TimeoutException e) {
      answer.cancel(true);
      String after = "no answer within " + deadline.toMillis() + " ms";
      throw new ApiException(Kind.UNREACHABLE, after, e);
    } catch (ExecutionException e) {
      throw new ApiException(Kind.UNREACHABLE, "cannot be reached: " + root(e), e);
    }
  }

  private static void check(int status, byte[] body) throws ApiException {
    if (status == 404) {
      throw new ApiException(Kind.ABSENT, "there is no such node");
    }
    if (!HttpResponse.isSuccessful(status)) {
      throw new ApiException(Kind.REFUSED, status + " " + reason(body));
    }
  }

  /** The message of a Kubernetes status, or how the text begins; one line. */
  private static String reason(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      text = MAPPER.readTree(text).path("message").asText(text);
    } catch (JsonProcessingException e) {
      text = text.strip();
    }
    String line = text.replaceAll("\\s+", " ");
    return line.length() > MOST_REASON ? line.substring(0, MOST_REASON) + "…" : line;
  }

  private static String root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
