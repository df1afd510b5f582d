package io.github.edgewatt.workloads.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settings of a process, as {@code -Dedgewatt.…} or {@code EDGEWATT_…}. */
@ConfigMapping(prefix = "edgewatt")
interface Settings {
  /** The function served. */
  String function();

  /** Calls being answered at once; one more is refused with 503. */
  @WithDefault("1024")
  int inFlight();

  /** Threads that work; 0 for one a core, at least two. */
  @WithDefault("0")
  int threads();

  /** Wait between the last answer and the end. */
  Optional<Duration> linger();

  Curl curl();

  Nmap nmap();

  EatMemory eatMemory();

  Stub stub();

  /** Bounds of {@code curl}. */
  interface Curl {
    /** Addresses that may be fetched beside the own stub, with everything below them. */
    Optional<List<URI>> allow();

    @WithDefault("5000")
    int deadlineMillis();
  }

  /** Bounds of {@code nmap}. */
  interface Nmap {
    /** Hosts that may be scanned beside loopback. */
    Optional<Set<String>> allow();
  }

  /** Bounds of {@code eat-memory}. */
  interface EatMemory {
    /** Held at once over all calls. */
    @WithDefault("512")
    int mostMebibytes();
  }

  /** What {@code curl} fetches by default. */
  interface Stub {
    /** Wait before the stub answers. */
    @WithDefault("20")
    int delayMillis();
  }
}
