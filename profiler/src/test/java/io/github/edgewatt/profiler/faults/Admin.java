package io.github.edgewatt.profiler.faults;

import io.github.edgewatt.fixtures.FakeGateway;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody else at the gateway. */
final class Admin {
  static final String HEADER = "X-Somebody-Else";

  private Admin() {}

  static void deploy(FakeGateway gateway, String name) throws IOException, InterruptedException {
    change(gateway, "POST", "{\"service\":\"%s\",\"image\":\"theirs:1\"}".formatted(name));
  }

  static void delete(FakeGateway gateway, String name) throws IOException, InterruptedException {
    change(gateway, "DELETE", "{\"functionName\":\"%s\"}".formatted(name));
  }

  private static void change(FakeGateway gateway, String method, String body)
      throws IOException, InterruptedException {
    String login = gateway.user() + ":" + gateway.password();
    HttpRequest request =
        HttpRequest.newBuilder(gateway.uri().resolve("/system/functions"))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/json")
            .header(HEADER, "yes")
            .method(method, BodyPublishers.ofString(body))
            .build();
    int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    if (status >= 300) {
      throw new IllegalStateException("the gateway answers " + status);
    }
  }
}
