package io.github.edgewatt.weights.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** In tests of routes: Redis, etcd and InfluxDB are all away. */
public final class AwayServers implements QuarkusTestResourceLifecycleManager {
  private static final String NOBODY = "1";

  @Override
  public Map<String, String> start() {
    return Map.of(
        "galileo_context_redis_host",
        "127.0.0.1",
        "galileo_context_redis_port",
        NOBODY,
        "osmotic_lb_opt_etcd_host",
        "127.0.0.1",
        "osmotic_lb_opt_etcd_port",
        NOBODY,
        "osmotic_lb_opt_expdb_influxdb_url",
        "http://127.0.0.1:" + NOBODY,
        "osmotic_lb_opt_reconcile_interval",
        "0.1");
  }

  @Override
  public void stop() {}
}
