package io.github.edgewatt.scoring.wiring;

import io.github.edgewatt.scoring.explain.Scorers;
import io.github.edgewatt.scoring.power.cache.PredictorFigures;
import io.github.edgewatt.service.Readiness;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The engine of a server. */
@Singleton
final class Beans {
  @Produces
  @Singleton
  Engine engine(ScoringConfig config, MeterRegistry registry) {
    Engine engine = Engine.start(config);
    count(registry, engine, "questions", "Watts asked for", PredictorFigures::questions);
    count(registry, engine, "missed", "Those not known from before", PredictorFigures::missed);
    count(
        registry,
        engine,
        "substituted",
        "Those told by a straight line or nobody",
        PredictorFigures::substituted);
    Gauge.builder("edgewatt.scoring.power.paused", engine, one -> one.predictorFigures().paused())
        .description("Models left alone after failures")
        .register(registry);
    Gauge.builder("edgewatt.scoring.nodes", engine, one -> one.nodes().size())
        .description("Nodes known")
        .register(registry);
    return engine;
  }

  void end(@Disposes Engine engine) {
    engine.close();
  }

  @Produces
  @Singleton
  Readiness readiness(Scorers scorers) {
    return () -> scorers instanceof Engine engine ? engine.missing() : Optional.empty();
  }

  private static void count(
      MeterRegistry registry,
      Engine engine,
      String name,
      String what,
      ToDoubleFunction<PredictorFigures> figure) {
    FunctionCounter.builder(
            "edgewatt.scoring.power." + name,
            engine,
            one -> figure.applyAsDouble(one.predictorFigures()))
        .description(what)
        .register(registry);
  }
}
