package io.github.edgewatt.service;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Whether new calls are wanted. From SIGTERM on they are not; Quarkus still takes them for {@code
 * quarkus.shutdown.delay}, as callers learn of it late, refuses them then with 503, and awaits
 * those being answered ({@code quarkus.shutdown.timeout}).
 */
@Singleton
public class Lifecycle {
  private volatile boolean draining;

  void start(@Observes StartupEvent event) {
    // Quarkus tells its beans of the end only after the wait; a hook of the JVM runs before it.
    Runtime.getRuntime().addShutdownHook(new Thread(this::drain, "drain"));
  }

  void drain() {
    draining = true;
  }

  /** Whether the process was told to end. */
  public boolean draining() {
    return draining;
  }
}
