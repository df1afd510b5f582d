package io.github.edgewatt.scaling.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.cluster.snapshot.SnapshotJson;
import io.github.edgewatt.scaling.TestPods;
import io.github.edgewatt.service.Service;
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
  void printsTheDecisionsForASnapshotAndAMemory() throws IOException {
    Path snapshot = folder.resolve("s.json.gz");
    SnapshotJson.write(TestPods.snapshot(TestPods.NOW, TestPods.pod("one", "a")), snapshot);
    Path memory = Files.writeString(folder.resolve("m.json"), "{\"changed\":{},\"low\":{}}");
    String printed = run("once", snapshot.toString(), "--memory", memory.toString());
    assertThat(printed).startsWith("0 {\n  \"policy\" : \"pressure\"").contains("\"memory\" : {");
  }

  @Test
  void whatIsNoMemoryIsRefused() throws IOException {
    Path snapshot = folder.resolve("s.json");
    SnapshotJson.write(TestPods.snapshot(TestPods.NOW), snapshot);
    assertThat(run("once", snapshot.toString(), "--memory", folder.resolve("none").toString()))
        .isEqualTo("2 ");
    assertThat(run("once", folder.toString())).isEqualTo("2 ");
    assertThat(run("once", snapshot + ".gz")).isEqualTo("2 ");
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
