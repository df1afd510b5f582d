package io.github.edgewatt.profiler.platform.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalRuntimeTest {

  @Test
  void buildsTheCommandOfAJar() {
    LocalRuntime runtime =
        LocalRuntime.ofJar(Path.of("/app/run.jar"), List.of("-Xms64m", "-Xmx64m"));
    assertThat(runtime.command(8123))
        .containsExactly(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms64m",
            "-Xmx64m",
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=8123",
            "-jar",
            "/app/run.jar");
    assertThat(runtime.readyTimeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(runtime.stopGrace()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void refusesAHeapThatIsNotPinned() {
    Path jar = Path.of("/app/run.jar");
    assertThatThrownBy(() -> LocalRuntime.ofJar(jar, List.of("-Xms32m", "-Xmx64m")))
        .hasMessageStartingWith("-Xms and -Xmx differ");
    assertThatThrownBy(() -> LocalRuntime.ofJar(jar, List.of("-Xmx64m")))
        .hasMessageStartingWith("give one -Xms");
    assertThatThrownBy(() -> LocalRuntime.ofJar(jar, List.of("-Xms1m", "-Xms1m", "-Xmx1m")))
        .hasMessageStartingWith("give one -Xms");
  }

  @Test
  void refusesAnEmptyApplicationAndLimitsOfNothing() {
    List<String> heap = List.of("-Xms1m", "-Xmx1m");
    Path java = Path.of("java");
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new LocalRuntime(java, heap, List.of(), second, second))
        .hasMessage("application is empty");
    assertThatThrownBy(() -> new LocalRuntime(java, heap, List.of("-jar"), Duration.ZERO, second))
        .hasMessage("a timeout is not positive");
    assertThatThrownBy(
            () -> new LocalRuntime(java, heap, List.of("-jar"), second, second.negated()))
        .hasMessage("a timeout is not positive");
  }

  @Test
  void handsOutPortsInTurnWithinTheRange() throws Exception {
    FreePorts ports = new FreePorts(20_300, 20_302, 20_301);
    assertThat(List.of(ports.take(), ports.take(), ports.take(), ports.take()))
        .containsExactly(20_301, 20_302, 20_300, 20_301);
    assertThatThrownBy(() -> new FreePorts(5, 4, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FreePorts(5, 9, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThat(FreePorts.ofThisMachine().take()).isBetween(21_000, 31_999);
  }
}
