package io.github.edgewatt.workloads.http;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Whether new calls are wanted. From SIGTERM on they are not; Quarkus still takes them for {@code
 * quarkus.shutdown.delay}, as callers learn of it late, refuses them then with 503, and awaits
 * those being answered ({@code quarkus.shutdown.timeout}).
 */
@Singleton
class Lifecycle {
  private final Duration linger;
  private volatile boolean draining;

  @Inject
  Lifecycle(Settings settings) {
    linger = settings.linger().orElse(Duration.ZERO);
  }

  void start(@Observes StartupEvent event) {
    // Quarkus tells its beans of the end only after the wait; a hook of the JVM runs before it.
    Runtime.getRuntime().addShutdownHook(new Thread(this::drain, "drain"));
  }

  /**
   * Stays a moment after the last answer: OpenFaaS's watchdog ends with its function, and may still
   * be handing that answer on.
   */
  void end(@Observes ShutdownEvent event) throws InterruptedException {
    if (draining) {
      Thread.sleep(linger.toMillis());
    }
  }

  void drain() {
    draining = true;
  }

  boolean draining() {
    return draining;
  }
}
