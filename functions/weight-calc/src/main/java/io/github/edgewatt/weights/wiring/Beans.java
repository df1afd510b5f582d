package io.github.edgewatt.weights.wiring;

import io.github.edgewatt.service.Readiness;
import io.github.edgewatt.weights.decision.Decider;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The beans of a server, and the daemon between its start and its end. */
@Singleton
final class Beans implements Readiness {
  private final Plan plan;
  private final MeterRegistry meters;
  private volatile Optional<Daemon> daemon = Optional.empty();

  @Inject
  Beans(Config config, MeterRegistry meters) {
    plan = Plan.of(Variables.of(System.getenv(), config));
    this.meters = meters;
  }

  void start(@Observes StartupEvent event) {
    if (plan.settings().daemon()) {
      Daemon started = Daemon.start(plan, Clock.systemUTC());
      daemon = Optional.of(started);
      Meters.register(started, meters);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    daemon.ifPresent(Daemon::close);
  }

  Plan plan() {
    return plan;
  }

  Optional<Daemon> daemon() {
    return daemon;
  }

  @Produces
  @Singleton
  Decider decider() {
    return plan.decider();
  }

  @Override
  public Optional<String> missing() {
    return daemon.flatMap(Daemon::unready);
  }
}
