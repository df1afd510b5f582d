package io.github.edgewatt.profiler.platform.openfaas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class OpenFaasPlatformIT {

  @Test
  void aRunThatIsToldToGoRemovesWhatItDeployed() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd()) {
      Process run = started(world);
      assertThat(world.gateway.deployed()).containsExactly("env", "figlet");
      run.destroy();
      assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(world.gateway.deployed()).isEmpty();
    }
  }

  @Test
  void whatAKilledRunLeftIsRemovedByTheNext() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd()) {
      world.deployElsewhere("theirs", "");
      Process run = started(world);
      run.destroyForcibly().waitFor();
      assertThat(world.gateway.deployed()).containsExactly("env", "figlet", "theirs");
      try (OpenFaasPlatform next = world.open("figlet")) {
        assertThat(next.cleaned())
            .containsExactly("env of run killed-run", "figlet of run killed-run");
        assertThat(world.gateway.deployed()).containsExactly("theirs");
      }
    }
  }

  private static Process started(PlatformWorld world) throws IOException {
    Path password = Gateways.passwordFile(world.gateway.password());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledRun.class.getName(),
                world.gateway.uri().toString(),
                password.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    // Left open: closing it would end the process's output.
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    assertThat(output.readLine()).isEqualTo("deployed");
    return process;
  }
}
