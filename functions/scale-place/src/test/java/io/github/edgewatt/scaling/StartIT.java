package io.github.edgewatt.scaling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.snapshot.SnapshotJson;
import io.github.edgewatt.fixtures.RunningProgram;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program as a process: its arguments and its environment. */
@Timeout(120)
class StartIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "serve | schedule_scale_opt_reconcile_interval=-5 | edgewatt: schedule_scale_opt_reconcile_interval is '-5': it must be a number from 0 to 86400",
        "serve | schedule_scale_opt_pressures=osmosis | edgewatt: ",
        "serve | schedule_scale_opt_min_threshold=2 | edgewatt: schedule_scale_opt_min_threshold is 2.0: it must not exceed schedule_scale_opt_max_threshold, 0.8",
        "serve | schedule_scale_opt_daemon=no | edgewatt: schedule_scale_opt_daemon is 'no': it must be true or false",
        "serve | HOME=/none | edgewatt: no Kubernetes: set KUBECONFIG, have ~/.kube/config, or run as a pod",
        "serve --port x | A=b | edgewatt: Invalid value for option '--port': 'x' is not an int",
        "once /none.json | A=b | edgewatt: /none.json: no such file",
        "once | A=b | edgewatt: Missing required parameter: 'SNAPSHOT.json'",
        "A | A=b | edgewatt: Unmatched argument",
      })
  void whatCannotBeUsedIsOneLineAndExit2(String words, String setting, String line)
      throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
    try (RunningProgram scaling = RunningProgram.launch(settings, words.split(" "))) {
      assertThat(scaling.exitCode()).isEqualTo(2);
      assertThat(scaling.said()).hasSize(1);
      assertThat(scaling.said().get(0)).startsWith(line);
    }
  }

  @Test
  void aDamagedFileIsOneLineToo() throws Exception {
    Path file = Files.writeString(folder.resolve("s.json"), "{\"at\": 7}");
    try (RunningProgram scaling = RunningProgram.launch(Map.of(), "once", file.toString())) {
      assertThat(scaling.exitCode()).isEqualTo(2);
      assertThat(scaling.said()).hasSize(1);
      assertThat(scaling.said().get(0)).startsWith("edgewatt: " + file + ": ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "edgewatt_cluster_infos_interval | 0",
        "edgewatt_cluster_sources | kafka",
        "schedule_scale_opt_record | /dev/null/rounds",
      })
  void whatOnlyADaemonNeedsIsRefusedAtOnceToo(String name, String value) throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("edgewatt_cluster_sources", "redis");
    settings.put("schedule_scale_opt_dry_run", "true");
    settings.put(name, value);
    try (RunningProgram scaling = RunningProgram.launch(settings, "serve")) {
      assertThat(scaling.exitCode()).isEqualTo(2);
      assertThat(scaling.said()).hasSize(1);
      assertThat(scaling.said().get(0)).startsWith("edgewatt: " + name).contains(value);
    }
  }

  @Test
  void answersSnapshotsWithoutADaemon() throws Exception {
    Map<String, String> settings = Map.of("schedule_scale_opt_daemon", "false", "HOME", "/none");
    try (RunningProgram scaling = RunningProgram.start("/healthz", settings, "serve")) {
      assertThat(scaling.get("/_/ready").statusCode()).isEqualTo(200);
      assertThat(scaling.get("/state").body())
          .isEqualTo("{\"policy\":\"pressure\",\"daemon\":false}");
      assertThat(scaling.get("/state/snapshot").statusCode()).isEqualTo(404);
      assertThat(scaling.post("/scalePlace", "[1").statusCode()).isEqualTo(400);
      assertThat(scaling.post("/scalePlace", "").statusCode()).isEqualTo(400);
      assertThat(scaling.get("/scalePlace").statusCode()).isEqualTo(405);
      ByteArrayOutputStream empty = new ByteArrayOutputStream();
      SnapshotJson.write(TestPods.snapshot(TestPods.NOW, TestPods.pod("one", "a")), empty);
      HttpResponse<String> answer = scaling.post("/scalePlace", empty.toString(UTF_8));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"creations\":[");
      assertThat(scaling.get("/metrics").body()).doesNotContain("edgewatt_scaling_");
      assertThat(scaling.terminate()).isEqualTo(143);
    }
  }

  @Test
  void helpNamesTheCommands() throws Exception {
    try (RunningProgram scaling = RunningProgram.launch(Map.of(), "--help")) {
      assertThat(scaling.exitCode()).isZero();
      List<String> said = scaling.said();
      assertThat(String.join("\n", said)).contains("serve", "once", "schedule_scale_opt_");
    }
  }
}
