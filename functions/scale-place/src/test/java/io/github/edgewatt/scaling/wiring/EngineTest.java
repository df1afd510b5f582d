package io.github.edgewatt.scaling.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineTest {
  @Test
  void onlyASourceThatIsAwayMakesTheViewIncomplete() {
    String away = "Redis at localhost:6379: Connection refused";
    List<String> problems = List.of("3 messages were dropped", away);
    assertThat(Engine.redisAway(List.of("kubernetes", "redis"), problems)).contains(away);
    assertThat(Engine.redisAway(List.of("redis"), List.of("3 messages were dropped"))).isEmpty();
    assertThat(Engine.redisAway(List.of("kubernetes", "prometheus"), problems)).isEmpty();
  }

  @Test
  void eventsThatWaitForRedisAreNotWhatIsMissing() {
    Plan plan =
        Plan.of(
            Map.of(
                "schedule_scale_opt_dry_run", "true",
                "edgewatt_cluster_sources", "prometheus",
                "edgewatt_cluster_prometheus_url", "http://127.0.0.1:1",
                "galileo_context_redis_host", "127.0.0.1",
                "galileo_context_redis_port", "1"));
    try (Engine engine = Engine.start(plan)) {
      assertThat(engine.incomplete())
          .hasValueSatisfying(why -> assertThat(why).doesNotContain("Redis"));
    }
  }
}
