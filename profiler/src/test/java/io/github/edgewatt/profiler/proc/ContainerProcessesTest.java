package io.github.edgewatt.profiler.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerProcessesTest {
  private static final String ID =
      "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90";
  private static final String OTHER = ID.replace('a', 'f');

  @TempDir Path root;
  private ContainerProcesses processes;

  @BeforeEach
  void start() throws IOException {
    processes = new ContainerProcesses(new Proc(root));
    process(1, 0, 1, "0::/init.scope\n", "");
  }

  private void process(long pid, long parent, long start, String cgroup, String environment)
      throws IOException {
    Path folder = Files.createDirectories(root.resolve(Long.toString(pid)));
    Files.writeString(
        folder.resolve("stat"),
        pid
            + " (fwatchdog) S "
            + parent
            + " 40 41 0 -1 4194560 1 2 3 4 150 51 7 8 20 0 33 0 "
            + start
            + " 9 10\n");
    Files.writeString(folder.resolve("cgroup"), cgroup);
    Files.writeString(folder.resolve("environ"), environment);
  }

  @Test
  void findsFaasdsFunctionsByTheirWholeNameInBothVersionsOfControlGroups() throws IOException {
    process(10, 1, 100, "8:pids:/openfaas-fn/env\n0::/openfaas-fn/env\n", "");
    process(11, 1, 101, "0::/openfaas-fn/env\n", "");
    process(20, 1, 102, "0::/openfaas-fn/printenv\n", "");
    process(21, 1, 103, "0::/openfaas-fn/env2\n", "");
    process(22, 1, 104, "0::/other/env\n", "");
    process(23, 1, 105, "4:memory:/docker/" + ID + "/openfaas-fn/env/worker\n", "");
    assertThat(processes.pids("openfaas-fn", "env")).containsExactlyInAnyOrder(10L, 11L, 23L);
    assertThat(processes.pids("openfaas-fn", "printenv")).containsExactly(20L);
    assertThat(processes.pids("openfaas-fn", "absent")).isEmpty();
  }

  @Test
  void childrenBelongToTheFunctionWhateverTheirGroup() throws IOException {
    process(10, 1, 100, "0::/openfaas-fn/hash\n", "");
    process(12, 10, 110, "0::/openfaas-fn/hash\n", "");
    process(13, 12, 111, "0::/elsewhere\n", "");
    process(14, 1, 112, "0::/elsewhere\n", "");
    assertThat(processes.ofFunction("openfaas-fn", "hash"))
        .extracting(ProcStat::pid)
        .containsExactlyInAnyOrder(10L, 12L, 13L);
  }

  @Test
  void aReplicaIsTheProcessThatStartedTheOthers() throws IOException {
    process(20, 1, 130, "0::/openfaas-fn/hash\n", "");
    process(10, 1, 100, "0::/openfaas-fn/hash\n", "");
    process(12, 10, 110, "0::/openfaas-fn/hash\n", "");
    process(9, 12, 111, "0::/openfaas-fn/hash\n", "");
    assertThat(processes.roots("openfaas-fn", "hash")).containsExactly(10L, 20L);
    assertThat(processes.roots("openfaas-fn", "has")).isEmpty();
  }

  @Test
  void theBootIsReadFromStat() throws IOException {
    assertThat(new Proc(root).bootEpochSeconds()).isEmpty();
    Files.writeString(root.resolve("stat"), "cpu 1 2 3\nbtime 1795300000\nctxt 5\n");
    assertThat(new Proc(root).bootEpochSeconds()).hasValue(1_795_300_000L);
  }

  @Test
  void findsPodsByTheirHostName() throws IOException {
    String pod = "0::/kubepods.slice/kubepods-pod1.slice/cri-containerd-%s.scope\n".formatted(ID);
    process(30, 1, 100, pod, "PATH=/bin\0HOSTNAME=env-5d7cbc7775-czfb7\0");
    process(31, 1, 101, pod, "HOSTNAME=printenv-5d7cbc7775-czfb7\0");
    process(32, 1, 102, "0::/user.slice\n", "HOSTNAME=env-5d7cbc7775-czfb7\0");
    assertThat(processes.pids("openfaas-fn", "env")).containsExactly(30L);
  }

  @Test
  void findsContainersByIdInEveryRuntimesForm() throws IOException {
    process(40, 1, 100, "0::/system.slice/docker-" + ID + ".scope\n", "");
    process(41, 1, 101, "9:cpu:/docker/" + ID + "\n", "");
    process(42, 1, 102, "0::/kubepods/burstable/podX/" + ID + "\n", "");
    process(43, 1, 103, "0::/kubepods.slice/crio-" + ID + ".scope/container\n", "");
    process(44, 1, 104, "0::/system.slice/docker-" + OTHER + ".scope\n", "");
    assertThat(processes.ofContainer("containerd://" + ID))
        .extracting(ProcStat::pid)
        .containsExactlyInAnyOrder(40L, 41L, 42L, 43L);
    assertThat(processes.ofContainer(OTHER.substring(0, 12)))
        .extracting(ProcStat::pid)
        .containsExactly(44L);
    assertThat(processes.ofContainer("a1b2")).isEmpty();
  }

  @Test
  void aNumberThatWentToAnotherProcessIsNoLongerTheSame() throws IOException {
    process(10, 1, 100, "0::/openfaas-fn/hash\n", "");
    ProcStat found = processes.ofFunction("openfaas-fn", "hash").get(0);
    assertThat(processes.lives(found)).isTrue();
    process(10, 1, 900, "0::/openfaas-fn/hash\n", "");
    assertThat(processes.lives(found)).isFalse();
  }

  @Test
  void processesThatCannotBeReadAreAbsent() throws IOException {
    Files.createDirectories(root.resolve("77"));
    process(78, 1, 100, "nonsense\n\n:::\n", "");
    assertThat(processes.ofFunction("openfaas-fn", "hash")).isEmpty();
    assertThat(new ContainerProcesses(new Proc(root.resolve("none"))).pids("a", "b")).isEmpty();
  }
}
