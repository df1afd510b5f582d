package io.github.edgewatt.scoring.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A running node-scoring. */
final class Server {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final int OK = 200;

  private final String address;
  private final URI explain;

  /**
   * At an address.
   *
   * @throws IllegalArgumentException one line where it is none
   */
  Server(String address) {
    this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    if (!this.address.matches("https?://[^/\\s?#]+(/[^\\s?#]*)?")) {
      throw new IllegalArgumentException(
          "--server " + address + " is no address: http://127.0.0.1:8080");
    }
    try {
      explain = URI.create(this.address + "/explain");
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--server " + address + " is no address", e);
    }
  }

  /**
   * Its answer.
   *
   * @throws IllegalArgumentException what it says is wrong with the question
   * @throws IOException one line where it cannot be asked or cannot answer
   */
  byte[] explain(byte[] question) throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(explain)
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(question))
            .build();
    HttpResponse<byte[]> answer;
    try {
      answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (ConnectException e) {
      throw new IOException(
          "nothing listens at "
              + address
              + ": start bin/node-scoring serve, or give --kubeconfig FILE",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (IOException e) {
      throw new IOException(address + " does not answer: " + e.getMessage(), e);
    }
    if (answer.statusCode() == OK) {
      return answer.body();
    }
    String why = error(answer.body());
    if (answer.statusCode() == 400) {
      throw new IllegalArgumentException(why);
    }
    throw new IOException(address + " answers " + answer.statusCode() + ": " + why);
  }

  private static String error(byte[] body) {
    try {
      return new ObjectMapper().readTree(body).path("error").asText("no reason given");
    } catch (IOException e) {
      return "no reason given";
    }
  }
}
