package io.github.edgewatt.weights.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.snapshot.SnapshotJson;
import io.github.edgewatt.service.Service;
import io.github.edgewatt.weights.TestSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnceCommandTest {
  @TempDir private Path folder;

  @Test
  void printsTheWeightsOfASnapshotAndAMemory() throws IOException {
    Path snapshot = folder.resolve("s.json.gz");
    SnapshotJson.write(TestSnapshots.onePod(), snapshot);
    Path memory =
        Files.writeString(
            folder.resolve("m.json"),
            "{\"memory\":{\"resnet\":{\"seconds\":0.5,\"at\":\"2026-05-01T09:59:50Z\"}}}");
    assertThat(run("once", snapshot.toString(), "--memory", memory.toString()))
        .startsWith("0 {")
        .contains("\"policy\" : \"logistic\"", "\"10.0.0.1:8080\"", "\"seconds\" : 0.5");
    assertThat(run("once", snapshot.toString())).startsWith("0 {").contains("\"memory\" : { }");
  }

  @Test
  void whatCannotBeReadIsRefused() throws IOException {
    Path snapshot = folder.resolve("s.json");
    SnapshotJson.write(TestSnapshots.onePod(), snapshot);
    Path memory = Files.writeString(folder.resolve("m.json"), "{\"memory\":7}");
    assertThat(run("once", snapshot.toString(), "--memory", memory.toString())).isEqualTo("2 ");
    assertThat(run("once", snapshot.toString(), "--memory", memory + ".gz")).isEqualTo("2 ");
    assertThat(run("once", snapshot + ".none")).isEqualTo("2 ");
    assertThat(run()).isEqualTo("2 ");
  }

  private static String run(String... words) {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      int code = Service.execute(new Main(), words);
      return code + " " + printed.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(out);
    }
  }
}
