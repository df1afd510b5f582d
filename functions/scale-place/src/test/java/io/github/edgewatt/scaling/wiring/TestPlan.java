package io.github.edgewatt.scaling.wiring;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** In tests of routes: no Kubernetes, and a Redis that is away. */
@Singleton
public class TestPlan {
  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  Plan plan() {
    return Plan.of(
        Map.of(
            "schedule_scale_opt_dry_run",
            "true",
            "edgewatt_cluster_sources",
            "redis",
            "schedule_scale_opt_pressures",
            "request",
            "schedule_scale_opt_reconcile_interval",
            "0.1",
            "galileo_context_redis_host",
            "127.0.0.1",
            "galileo_context_redis_port",
            "1"));
  }
}
