package io.github.edgewatt.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.fixtures.RunningProgram;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program's arguments and environment. */
@Timeout(120)
class StartIT {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "osmotic_lb_opt_reconcile_interval | -1 | it must be a number from 0 to 86400",
        "osmotic_lb_opt_lookback | soon | it must be a number from 0 to 86400",
        "osmotic_lb_opt_logging | LOUD | it must be one of debug, info, warn, error",
        "osmotic_lb_opt_policy | fastest | it must be one of logistic",
        "osmotic_lb_opt_threshold_f | -0.5 | it must be a number from",
        "galileo_context_redis_port | 0 | it must be a number from 1 to 65535",
        "galileo_context_trace_window_size | -3 | it must be a number from 0 to 86400",
        "osmotic_lb_opt_expdb_influxdb_url | localhost | it must be an address",
        "edgewatt_cluster_infos_interval | 0 | it must be a time in seconds, more than 0",
        "osmotic_lb_opt_record | /dev/null/rounds | it must be a folder that can be written to",
      })
  void refusesABadEnvironmentWithOneLine(String name, String value, String why) throws Exception {
    try (RunningProgram running = RunningProgram.launch(Map.of(name, value), "serve")) {
      assertThat(running.exitCode()).isEqualTo(2);
      assertThat(running.said()).hasSize(1);
      assertThat(running.said().get(0))
          .startsWith("edgewatt: " + name + " is '")
          .containsIgnoringCase(value)
          .contains(why);
    }
  }

  @Test
  void refusesMissingFilesAndArguments() throws Exception {
    try (RunningProgram models =
            RunningProgram.launch(Map.of("osmotic_lb_opt_models", "/none.json"), "serve");
        RunningProgram snapshot = RunningProgram.launch(Map.of(), "once", "/none.json");
        RunningProgram sources =
            RunningProgram.launch(Map.of("edgewatt_cluster_sources", "kafka"), "serve");
        RunningProgram command = RunningProgram.launch(Map.of())) {
      for (RunningProgram one : new RunningProgram[] {models, snapshot, sources, command}) {
        assertThat(one.exitCode()).as(one.said().toString()).isEqualTo(2);
        assertThat(one.said()).hasSize(1).allMatch(line -> line.startsWith("edgewatt: "));
      }
      assertThat(command.said().get(0)).contains("Missing command: serve or once");
    }
  }

  @Test
  void answersSnapshotsWithoutADaemon() throws Exception {
    try (RunningProgram running =
        RunningProgram.start("/healthz", Map.of("osmotic_lb_opt_daemon", "false"), "serve")) {
      assertThat(running.get("/_/ready").statusCode()).isEqualTo(200);
      assertThat(running.get("/state").body())
          .isEqualTo("{\"policy\":\"logistic\",\"daemon\":false}");
      assertThat(running.get("/state/snapshot").statusCode()).isEqualTo(404);
      assertThat(running.post("/weightCalc", "[1").statusCode()).isEqualTo(400);
      assertThat(running.post("/weightCalc", "").statusCode()).isEqualTo(400);
      assertThat(running.get("/weightCalc").statusCode()).isEqualTo(405);
      assertThat(running.terminate()).isEqualTo(143);
    }
  }
}
