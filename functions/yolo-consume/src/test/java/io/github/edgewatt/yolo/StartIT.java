package io.github.edgewatt.yolo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.fixtures.RunningProgram;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program as a process: what it refuses, and life without Kafka. */
@Timeout(120)
class StartIT {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X=1 | | edgewatt: YOLO_MODEL is not set: say which model, the path of an ONNX file or synthetic:<GFLOPs> (--model)",
        "YOLO_MODEL=/none.onnx | | edgewatt: no such model: /none.onnx",
        "X=1 | --model pom.xml | edgewatt: ",
        "YOLO_MODEL=m;RESOLUTION=big | serve | edgewatt: RESOLUTION is 'big': it must be a whole number from 32 to 4096",
        "YOLO_MODEL=m;KAFKA_SERVERS=kafka | | edgewatt: KAFKA_SERVERS is 'kafka': it must be host:port, several separated by commas",
        "YOLO_MODEL=m;KAFKA_SERVERS=k:1;KAFKA_CLIENT_CONFIG=/none | | edgewatt: KAFKA_CLIENT_CONFIG is '/none'",
        "YOLO_MODEL=m;KAFKA_SERVERS=k:1 | --output-topic yolo_input | edgewatt: KAFKA_OUTPUT_TOPIC is 'yolo_input': it must be another topic",
        "YOLO_MODEL=m;KAFKA_SERVERS=k:1;KAFKA_CLIENT_CONFIG=src/test/resources/bogus.properties | | edgewatt: KAFKA_CLIENT_CONFIG is 'src/test/resources/bogus.properties': Invalid value BOGUS for configuration security.protocol",
        "YOLO_MODEL=synthetic:0.01;QUARKUS_HTTP_PORT=x | | edgewatt: QUARKUS_HTTP_PORT x: 0 to 65535",
        "YOLO_MODEL=synthetic:0.01 | --host no.host.invalid | edgewatt: --host no.host.invalid: no address of this machine, nor a name of one",
        "YOLO_MODEL=synthetic:0.01 | detect none.jpg | edgewatt: cannot read none.jpg",
        "X=1 | --modle x | edgewatt: Unknown options: '--modle', 'x' (yolo-consume --help)",
        "X=1 | serve --port | edgewatt: Missing required parameter for option '--port' (PORT) (yolo-consume serve --help)",
        "X=1 | detect | edgewatt: Missing required parameter: 'IMAGE' (yolo-consume detect --help)",
        "X=1 | detect pom.xml | edgewatt: YOLO_MODEL is not set",
      })
  void refusesBadInputWithOneLine(String environment, String arguments, String line)
      throws Exception {
    Map<String, String> variables = new HashMap<>();
    for (String variable : environment.split(";", -1)) {
      variables.put(variable.split("=", 2)[0], variable.split("=", 2)[1]);
    }
    String[] words = arguments == null ? new String[0] : arguments.split(" ", -1);
    try (RunningProgram consumer = RunningProgram.launch(variables, words)) {
      assertThat(consumer.exitCode()).isEqualTo(2);
      assertThat(consumer.said()).hasSize(1);
      assertThat(consumer.said().get(0)).startsWith(line);
    }
  }

  @Test
  void answersCallersWithoutKafka() throws Exception {
    byte[] picture = Pictures.drawn(1).get(0);
    Map<String, String> told = Map.of("YOLO_MODEL", "synthetic:0.01", "KAFKA_SERVERS", "nowhere:1");
    try (RunningProgram consumer = RunningProgram.start("/_/ready", told, "--no-kafka")) {
      assertThat(consumer.get("/health/ready").statusCode()).isEqualTo(200);
      assertThat(consumer.post("/detect", picture).statusCode()).isEqualTo(200);
      assertThat(consumer.post("/detect", picture).body()).contains("\"detections\":[");
      assertThat(consumer.post("/detect", new byte[] {1, 2}).statusCode()).isEqualTo(400);
      assertThat(consumer.post("/detect", new byte[33 << 20]).statusCode()).isEqualTo(413);
      assertThat(consumer.post("/yoloDetect", "{}".getBytes(StandardCharsets.UTF_8)).statusCode())
          .isEqualTo(400);
      assertThat(consumer.post("/yoloDetect", "{\"image\":\"!!\"}").body())
          .isEqualTo("{\"error\":\"image is no base64: no byte is left of it\"}");
      assertThat(consumer.get("/metrics").body())
          .contains("yolo_requests_received_total 3.0", "yolo_inference_seconds_count 2.0")
          .contains("yolo_pre_time_bucket{le=\"1.0\"", "process_cpu_usage");
      assertThat(consumer.terminate()).isEqualTo(143);
    }
  }

  @Test
  void aNameNobodyKnowsYetIsWaitedFor() throws Exception {
    Map<String, String> told =
        Map.of("YOLO_MODEL", "synthetic:0.01", "KAFKA_SERVERS", "nowhere.invalid:1");
    try (RunningProgram consumer = RunningProgram.start("/health/live", told)) {
      consumer.await("/health/ready", 503);
      assertThat(consumer.get("/health/ready").body()).contains("Kafka");
      assertThat(consumer.alive()).isTrue();
    }
  }
}
