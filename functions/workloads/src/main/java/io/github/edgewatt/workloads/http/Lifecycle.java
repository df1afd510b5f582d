package io.github.edgewatt.workloads.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Whether new calls are taken. From SIGTERM on they are not, while those being answered are awaited
 * ({@code quarkus.shutdown.timeout}).
 */
@Singleton
class Lifecycle {
  private volatile boolean draining;

  void start(@Observes StartupEvent event) {
    // Quarkus tells its beans of the end only after the wait; a hook of the JVM runs before it.
    Runtime.getRuntime().addShutdownHook(new Thread(this::drain, "drain"));
  }

  void drain() {
    draining = true;
  }

  boolean draining() {
    return draining;
  }
}
