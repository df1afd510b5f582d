package io.github.edgewatt.scaling.wiring;

import io.github.edgewatt.scaling.funqy.Decider;
import io.github.edgewatt.service.Readiness;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The engine of a server, and its figures. */
@Singleton
final class Beans {
  private static final double NANOS = 1e9;

  @Produces
  @Singleton
  Plan plan() {
    return Plan.of(System.getenv());
  }

  @Produces
  @Singleton
  Decider decider(Plan plan) {
    return Engine.decider(plan);
  }

  @Produces
  @Singleton
  Daemon daemon(Plan plan, MeterRegistry registry) {
    if (!plan.settings().daemon()) {
      return new Daemon(plan.policy().name(), Optional.empty());
    }
    Engine engine = Engine.start(plan);
    register(registry, engine);
    return new Daemon(plan.policy().name(), Optional.of(engine));
  }

  private static void register(MeterRegistry registry, Engine engine) {
    count(registry, engine, "rounds", "Rounds done", one -> one.report().done());
    count(registry, engine, "rounds.failed", "Rounds that failed", one -> one.report().failed());
    count(
        registry,
        engine,
        "rounds.skipped",
        "Rounds without a complete view",
        one -> one.round().counts().skipped());
    count(registry, engine, "created", "Replicas made", one -> one.round().counts().created());
    count(registry, engine, "removed", "Replicas ended", one -> one.round().counts().removed());
    count(
        registry,
        engine,
        "not.carried.out",
        "Decisions that could not be carried out",
        one -> one.round().counts().failed());
    count(
        registry,
        engine,
        "events.dropped",
        "Events that could not be published",
        one -> one.events().dropped());
    count(
        registry,
        engine,
        "events.cut",
        "Rounds that measured more than is published",
        one -> one.round().counts().cut());
    gauge(registry, engine, "leading", "1 where it leads", one -> leading(one));
    gauge(
        registry,
        engine,
        "round.seconds",
        "How long the last round took",
        one -> one.report().took().toNanos() / NANOS);
  }

  void end(@Disposes Daemon daemon) {
    daemon.engine().ifPresent(Engine::close);
  }

  @Produces
  @Singleton
  Readiness readiness(Daemon daemon) {
    return () -> daemon.engine().flatMap(Engine::missing);
  }

  private static double leading(Engine engine) {
    return engine.leadership().leading() ? 1 : 0;
  }

  private static void count(
      MeterRegistry registry,
      Engine engine,
      String name,
      String what,
      ToDoubleFunction<Engine> figure) {
    FunctionCounter.builder("edgewatt.scaling." + name, engine, figure)
        .description(what)
        .register(registry);
  }

  private static void gauge(
      MeterRegistry registry,
      Engine engine,
      String name,
      String what,
      ToDoubleFunction<Engine> figure) {
    Gauge.builder("edgewatt.scaling." + name, engine, figure).description(what).register(registry);
  }
}
