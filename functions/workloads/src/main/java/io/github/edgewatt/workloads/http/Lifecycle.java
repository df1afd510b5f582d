package io.github.edgewatt.workloads.http;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether new calls are wanted, and whether they are taken. From SIGTERM on they are not wanted;
 * they are taken for the drain delay still, as callers learn of it late. Those being answered then
 * are awaited ({@code quarkus.shutdown.timeout}).
 */
@Singleton
class Lifecycle {
  private final LongSupplier nanoTime;
  private final Duration drainDelay;
  private final Duration linger;
  private volatile boolean draining;
  private volatile long drainingSince;

  @Inject
  Lifecycle(Settings settings) {
    this(
        System::nanoTime,
        settings.drainDelay().orElse(Duration.ZERO),
        settings.linger().orElse(Duration.ZERO));
  }

  Lifecycle(LongSupplier nanoTime, Duration drainDelay, Duration linger) {
    this.nanoTime = nanoTime;
    this.drainDelay = drainDelay;
    this.linger = linger;
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
    drainingSince = nanoTime.getAsLong();
    draining = true;
  }

  boolean draining() {
    return draining;
  }

  boolean refusing() {
    return draining && nanoTime.getAsLong() - drainingSince >= drainDelay.toNanos();
  }
}
