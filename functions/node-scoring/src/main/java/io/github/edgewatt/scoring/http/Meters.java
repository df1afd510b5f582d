package io.github.edgewatt.scoring.http;

import io.github.edgewatt.scoring.score.NodeScore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What {@code /metrics} tells of calls and of scores that say nothing. */
@Singleton
final class Meters {
  private static final Duration[] BOUNDS = {
    Duration.ofNanos(250_000),
    Duration.ofNanos(500_000),
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1)
  };

  private final MeterRegistry registry;
  private final Map<String, Timer> latency = new ConcurrentHashMap<>();
  private final Map<String, Counter> answers = new ConcurrentHashMap<>();
  private final Map<NeutralKind, Counter> neutral = new EnumMap<>(NeutralKind.class);

  @Inject
  Meters(MeterRegistry registry) {
    this.registry = registry;
    for (NeutralKind kind : NeutralKind.values()) {
      neutral.put(
          kind,
          Counter.builder("edgewatt.scoring.neutral")
              .description("Scores that say nothing about a node, by why")
              .tag("why", kind.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  void answered(String call, Outcome outcome, long nanos) {
    latency.computeIfAbsent(call, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    answers
        .computeIfAbsent(
            call + ' ' + outcome,
            key ->
                Counter.builder("edgewatt.scoring.answers")
                    .description("Calls, by how they were answered")
                    .tag("call", call)
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .register(registry))
        .increment();
  }

  void scored(List<NodeScore> scores) {
    for (NodeScore score : scores) {
      if (score.neutral()) {
        neutral.get(NeutralKind.of(score.reasons())).increment();
      }
    }
  }

  private Timer timer(String call) {
    return Timer.builder("edgewatt.scoring.latency")
        .description("From a call read to its answer written")
        .tag("call", call)
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }
}
