package io.github.edgewatt.profiler.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/profiler} on machines without a fit JDK. */
class LauncherTest {
  @TempDir private Path folder;

  @Test
  void saysThatJavaHomeIsWrong() throws Exception {
    Outcome outcome = launch(folder.resolve("absent"));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.output())
        .isEqualTo(
            "edgewatt: JAVA_HOME is %s, but there is no bin/java in it: point it at a JDK 17 or newer"
                .formatted(folder.resolve("absent")));
  }

  @Test
  void saysThatTheJdkIsTooOld() throws Exception {
    Path java = fakeJdk("JAVA_VERSION=\"11.0.2\"\n");
    Outcome outcome = launch(folder);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.output())
        .isEqualTo(
            "edgewatt: Java 11 at %s is too old: a JDK 17 or newer is needed".formatted(java));
  }

  @Test
  void asksTheProgramWhereThereIsNoReleaseFile() throws Exception {
    Path java = fakeJdk(null);
    Outcome outcome = launch(folder);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.output())
        .isEqualTo(
            "edgewatt: Java 1 at %s is too old: a JDK 17 or newer is needed".formatted(java));
  }

  private Path fakeJdk(String release) throws IOException {
    Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'java version \"1.8.0_402\"' >&2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    if (release != null) {
      Files.writeString(folder.resolve("release"), release);
    }
    return java;
  }

  private record Outcome(int status, String output) {}

  private static Outcome launch(Path javaHome) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("bash", root().resolve("bin/profiler").toString(), "--version");
    builder.environment().put("JAVA_HOME", javaHome.toString());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), output.strip());
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("bin/profiler"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
