package io.github.edgewatt.profiler.platform.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.platform.FunctionInstance;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.PlatformException;
import io.github.edgewatt.profiler.proc.Proc;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPlatformIT {
  @TempDir Path folder;

  private LocalPlatform open(Duration readyTimeout) throws PlatformException {
    return LocalPlatform.open(
        StandIns.runtime(readyTimeout), folder.resolve("state"), folder.resolve("logs"), "run-1");
  }

  private LocalPlatform open() throws PlatformException {
    return open(Duration.ofSeconds(30));
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static long pid(FunctionInstance instance) {
    return instance.processIds().get(0);
  }

  @Test
  void startsWhatIsMissingKeepsWhatRunsAndStopsTheRest() throws Exception {
    List<FunctionInstance> second;
    try (LocalPlatform platform = open()) {
      assertThat(platform.name()).isEqualTo("local");
      assertThat(platform.autoscales()).isFalse();
      List<FunctionInstance> first =
          platform.deploy(List.of(StandIns.get("one"), StandIns.get("two")));
      second = platform.deploy(List.of(StandIns.get("three"), StandIns.get("two")));

      assertThat(first).extracting(i -> i.spec().name()).containsExactly("one", "two");
      assertThat(second).extracting(i -> i.spec().name()).containsExactly("three", "two");
      assertThat(second.get(1)).isEqualTo(first.get(1));
      assertThat(isAlive(pid(first.get(0)))).isFalse();
      assertThat(second).allMatch(i -> isAlive(pid(i)));
      assertThat(platform.failures()).isEmpty();
    }
    assertThat(second).noneMatch(i -> isAlive(pid(i)));
    assertThat(ProcessRegistry.read(folder.resolve("state"))).isEmpty();
    assertThat(folder.resolve("logs/one.log")).content().contains("starting one");
  }

  @Test
  void callsAFunctionTheWayItsSpecSays() throws Exception {
    byte[] body = "abcde".getBytes(StandardCharsets.UTF_8);
    try (LocalPlatform platform = open()) {
      FunctionSpec spec = new FunctionSpec("wants-post", "POST", "/", "text/plain", body);
      assertThat(platform.deploy(List.of(spec))).hasSize(1);
    }
  }

  @Test
  void runsEachFunctionInASessionOfItsOwn() throws Exception {
    try (LocalPlatform platform = open()) {
      long pid = pid(platform.deploy(List.of(StandIns.get("one"))).get(0));
      assertThat(Proc.ofThisMachine().stat(pid).orElseThrow().session()).isEqualTo(pid);
    }
  }

  @Test
  void startsAgainOnAnotherPortWhenSomebodyWasFaster() throws Exception {
    FreePorts ports = new FreePorts(20_100, 20_199, 20_150);
    try (LocalPlatform platform =
        LocalPlatform.open(StandIns.runtime(), folder, folder.resolve("logs"), "r", ports)) {
      FunctionInstance instance = platform.deploy(List.of(StandIns.get("unlucky"))).get(0);
      assertThat(instance.address().getPort()).isEqualTo(20_151);
    }
  }

  @Test
  void saysThatNoPortIsFree() throws Exception {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
      int port = taken.getLocalPort();
      try (LocalPlatform platform =
          LocalPlatform.open(
              StandIns.runtime(), folder, folder, "r", new FreePorts(port, port, port))) {
        assertThatThrownBy(() -> platform.deploy(List.of(StandIns.get("one"))))
            .isInstanceOf(PlatformException.class)
            .hasMessageContaining("no port free between " + port);
      }
    }
  }

  @Test
  void namesTheLastLineOfAFunctionThatCrashesOnStartAndKeepsNothing() throws Exception {
    try (LocalPlatform platform = open()) {
      assertThatThrownBy(
              () -> platform.deploy(List.of(StandIns.get("one"), StandIns.get("crashes-on-start"))))
          .isInstanceOf(PlatformException.class)
          .hasMessage(
              "crashes-on-start ended with 3 before it was ready;"
                  + " its last line: boom: no configuration");
      assertThat(ProcessRegistry.read(folder.resolve("state"))).isEmpty();
      assertThat(platform.failures()).isEmpty();
    }
  }

  @Test
  void givesUpOnAFunctionThatIsNeverReady() throws Exception {
    try (LocalPlatform platform = open(Duration.ofMillis(1500))) {
      assertThatThrownBy(() -> platform.deploy(List.of(StandIns.get("never-ready"))))
          .hasMessage("never-ready is not ready after 1.5 s; its last line: starting never-ready");
      assertThatThrownBy(() -> platform.deploy(List.of(StandIns.get("deaf"))))
          .hasMessageStartingWith("deaf is not ready after 1.5 s");
      assertThatThrownBy(() -> platform.deploy(List.of(StandIns.get("hangs"))))
          .hasMessageStartingWith("hangs is ready but has not answered a call after 1.5 s");
    }
  }

  @Test
  void givesUpOnAFunctionThatAnswersWithErrors() throws Exception {
    try (LocalPlatform platform = open()) {
      assertThatThrownBy(() -> platform.deploy(List.of(StandIns.get("answers-500"))))
          .hasMessageStartingWith("answers-500 is ready but answers 500 to GET /; ");
    }
  }

  @Test
  void tellsOfAFunctionThatDiedAndStartsItAgain() throws Exception {
    FunctionSpec spec = StandIns.get("crashes-under-load");
    try (LocalPlatform platform = open()) {
      FunctionInstance first = platform.deploy(List.of(spec)).get(0);
      try (ReadinessProbe probe = new ReadinessProbe()) {
        for (int i = 0; i < 4; i++) {
          probe.call(first.address(), spec, 2000);
        }
      }
      ProcessHandle.of(pid(first)).ifPresent(p -> p.onExit().join());
      assertThat(platform.failures()).containsExactly("crashes-under-load exited with 42");
      FunctionInstance second = platform.deploy(List.of(spec)).get(0);
      assertThat(pid(second)).isNotEqualTo(pid(first));
      assertThat(platform.failures()).isEmpty();
    }
  }

  @Test
  void startsAFunctionAgainThatNoLongerAnswers() throws Exception {
    Path bad = folder.resolve("bad");
    FunctionSpec spec =
        new FunctionSpec("turns-bad", "GET", bad.toString(), "text/plain", new byte[0]);
    try (LocalPlatform platform = open()) {
      long first = pid(platform.deploy(List.of(spec)).get(0));
      assertThat(pid(platform.deploy(List.of(spec)).get(0))).isEqualTo(first);
      Files.createFile(bad);
      assertThatThrownBy(() -> platform.deploy(List.of(spec))).hasMessageContaining("answers 500");
      assertThat(isAlive(first)).isFalse();
    }
  }

  @Test
  void killsWhatIgnoresTheRequestToStop() throws Exception {
    long pid;
    long before;
    try (LocalPlatform platform = open()) {
      pid = pid(platform.deploy(List.of(StandIns.get("stubborn"))).get(0));
      before = System.nanoTime();
    }
    assertThat(isAlive(pid)).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(12));
  }

  @Test
  void endsWhatAFunctionStarted() throws Exception {
    List<ProcessHandle> children;
    try (LocalPlatform platform = open()) {
      long pid = pid(platform.deploy(List.of(StandIns.get("forks"))).get(0));
      children = ProcessHandle.of(pid).orElseThrow().descendants().toList();
      assertThat(children).hasSize(1);
    }
    assertThat(children).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void boundsTheLogOfAChattyFunction() throws Exception {
    try (LocalPlatform platform = open()) {
      platform.deploy(List.of(StandIns.get("chatty")));
    }
    assertThat(Files.size(folder.resolve("logs/chatty.log"))).isBetween(1L << 20, (1L << 20) + 100);
  }

  @Test
  void refusesAFunctionAskedForTwiceAndDeploysNothingOnceClosed() throws Exception {
    LocalPlatform platform = open();
    assertThatThrownBy(() -> platform.deploy(List.of(StandIns.get("one"), StandIns.get("one"))))
        .hasMessage("function one is asked for twice");
    assertThatThrownBy(() -> platform.deploy(List.of(StandIns.get("../one"))))
        .hasMessage("not a function's name: '../one'");
    platform.close();
    platform.close();
    assertThatThrownBy(() -> platform.deploy(List.of(StandIns.get("one"))))
        .hasMessage("the local platform is closed");
  }

  @Test
  void anInterruptEndsADeploymentAndItsProcesses() throws Exception {
    try (LocalPlatform platform = open()) {
      Thread caller = Thread.currentThread();
      Thread interrupter =
          new Thread(
              () -> {
                while (ProcessRegistry.read(folder.resolve("state")).isEmpty()) {
                  Thread.onSpinWait();
                }
                caller.interrupt();
              });
      interrupter.start();
      assertThatThrownBy(() -> platform.deploy(List.of(StandIns.get("deaf"))))
          .isInstanceOf(InterruptedException.class);
      interrupter.join();
      assertThat(Thread.interrupted()).isFalse();
      assertThat(ProcessRegistry.read(folder.resolve("state"))).isEmpty();
    }
  }

  @Test
  void saysWhenJavaCannotBeStarted() throws Exception {
    LocalRuntime good = StandIns.runtime();
    LocalRuntime bad =
        new LocalRuntime(
            Path.of("/no/such/java"),
            good.jvmFlags(),
            good.application(),
            good.readyTimeout(),
            good.stopGrace());
    try (LocalPlatform platform = LocalPlatform.open(bad, folder, folder, "r")) {
      assertThatThrownBy(() -> platform.deploy(List.of(StandIns.get("one"))))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("/no/such/java");
    }
  }
}
