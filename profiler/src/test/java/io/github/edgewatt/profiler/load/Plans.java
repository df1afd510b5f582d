package io.github.edgewatt.profiler.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Plans for tests on real sockets: short, from the first request on. */
final class Plans {
  private Plans() {}

  static LoadTarget get(String name, URI uri, double rate) {
    return new LoadTarget(name, uri, "GET", "", new byte[0], Arrivals.constant(rate));
  }

  /** Times out after 2 s: a busy machine must not look like a slow server. */
  static LoadPlan plan(Duration window, LoadTarget... targets) {
    return new LoadPlan(
        List.of(targets), Duration.ZERO, window, Duration.ofSeconds(2), Duration.ofSeconds(3), 100);
  }

  static LoadPlan plan(LoadTarget... targets) {
    return plan(Duration.ofMillis(200), targets);
  }
}
