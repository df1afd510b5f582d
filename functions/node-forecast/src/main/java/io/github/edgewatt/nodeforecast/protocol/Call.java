package io.github.edgewatt.nodeforecast.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request.
 *
 * @param method in capitals
 * @param path the parts of the path, without empty ones: {@code [v2, models, mid, infer]}
 * @param headers the last value of each
 * @param query the parameters behind the question mark, the last value of each
 * @param body empty where there is none
 */
public record Call(
    String method,
    List<String> path,
    Map<String, String> headers,
    Map<String, String> query,
    byte[] body) {
  public Call {
    path = List.copyOf(path);
    TreeMap<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    headers = anyCase;
    query = Map.copyOf(query);
  }

  /** The value of a header, in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Refuses every method but {@code allowed}. */
  public void allow(String... allowed) {
    if (!List.of(allowed).contains(method)) {
      throw new Refused(405, method + " is not for this path: use " + String.join(" or ", allowed));
    }
  }
}
