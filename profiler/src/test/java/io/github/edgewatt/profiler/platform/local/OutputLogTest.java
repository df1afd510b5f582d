package io.github.edgewatt.profiler.platform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLogTest {
  @TempDir Path folder;

  private OutputLog run(String text, long limit) {
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    OutputLog log = new OutputLog(in, folder.resolve("f.log"), limit);
    log.run();
    return log;
  }

  @Test
  void keepsAllOfAShortOutputAndItsLastLine() {
    OutputLog log = run("first\nsecond, grün\n\n  \n", 1000);
    assertThat(log.lastLine()).isEqualTo("second, grün");
    assertThat(folder.resolve("f.log")).hasContent("first\nsecond, grün\n\n  \n");
    assertThat(log.addressInUse()).isFalse();
  }

  @Test
  void stopsWritingAtTheLimitButReadsOn() {
    OutputLog log = run("x".repeat(20_000) + "\nlast", 100);
    assertThat(log.lastLine()).isEqualTo("last");
    assertThat(folder.resolve("f.log"))
        .hasContent("x".repeat(100) + "\n(output beyond here is not kept)\n");
  }

  @Test
  void keepsWhatAnEarlierProcessSaid() {
    run("crashed: no memory\n", 30);
    run("started again, and again\n", 30);
    assertThat(folder.resolve("f.log"))
        .hasContent("crashed: no memory\nstarted aga\n(output beyond here is not kept)\n");
    assertThat(run("third\n", 30).lastLine()).isEqualTo("third");
  }

  @Test
  void cutsALongLineAndLeavesControlCharactersOut() {
    assertThat(run("\u001b[31m" + "y".repeat(1000), 10_000).lastLine())
        .isEqualTo("[31m" + "y".repeat(396));
    assertThat(run("", 10).lastLine()).isEmpty();
  }

  @Test
  void noticesATakenPortInAnyOfItsForms() {
    assertThat(run("java.net.BindException: x\nbye\n", 1000).addressInUse()).isTrue();
    assertThat(run("Port 8080 seems... Port already bound: 8080\n", 1000).addressInUse()).isTrue();
    assertThat(run("Address already in use\n", 1000).addressInUse()).isTrue();
  }

  @Test
  void readsOnWhenTheFileCannotBeWritten() {
    InputStream in = new ByteArrayInputStream("a\nb\n".getBytes(StandardCharsets.UTF_8));
    OutputLog log = new OutputLog(in, folder.resolve("no/such/f.log"), 10);
    log.run();
    assertThat(log.lastLine()).isEqualTo("b");
  }

  @Test
  void survivesABrokenPipe() {
    PipedInputStream broken = new PipedInputStream();
    // Not connected: every read fails, as on the pipe of a killed process.
    OutputLog log = new OutputLog(broken, folder.resolve("f.log"), 10);
    log.run();
    assertThat(log.lastLine()).isEmpty();
  }
}
