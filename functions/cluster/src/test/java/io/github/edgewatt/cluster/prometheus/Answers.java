package io.github.edgewatt.cluster.prometheus;

import io.github.edgewatt.fixtures.StandInServer;
import io.github.edgewatt.fixtures.StandInServer.Reply;
import io.github.edgewatt.fixtures.StandInServer.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A Prometheus that answers queries of its texts with what a test says. */
final class Answers implements AutoCloseable {
  /** Results by a part of the query's text; every other query finds nothing. */
  final Map<String, String> results = new ConcurrentHashMap<>();

  final StandInServer server = StandInServer.start(this::answer);

  private Reply answer(Request request) {
    if (!request.path().equals("/api/v1/query") || !request.method().equals("POST")) {
      return Reply.json(404, "{}");
    }
    String query = parameter(request, "query");
    String result =
        results.entrySet().stream()
            .filter(entry -> query.startsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    return Reply.json(
        200,
        "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":["
            + result
            + "]}}");
  }

  static String parameter(Request request, String name) {
    for (String pair : request.bodyText().split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  static String series(String labels, String value) {
    return "{\"metric\":{" + labels + "},\"value\":[1777629600,\"" + value + "\"]}";
  }

  @Override
  public void close() {
    server.close();
  }
}
