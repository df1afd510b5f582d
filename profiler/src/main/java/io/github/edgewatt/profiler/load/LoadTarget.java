package io.github.edgewatt.profiler.load;

import java.net.URI;
import java.util.Objects;

/**
 * One function under load.
 *
 * @param name for results, unique in a plan
 * @param uri full address of a request
 * @param method HTTP method
 * @param contentType media type of the body
 * @param body request body, may be empty; not to be changed
 * @param arrivals when requests are due
 */
public record LoadTarget(
    String name, URI uri, String method, String contentType, byte[] body, Arrivals arrivals) {
  public LoadTarget {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(uri, "uri is null");
    Objects.requireNonNull(arrivals, "arrivals is null");
  }
}
