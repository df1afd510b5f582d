package io.github.edgewatt.profiler.measure.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxSourceTest {
  @TempDir Path folder;
  private FakeProc files;
  private Path cgroups;

  @BeforeEach
  void twoCores() {
    files = new FakeProc(folder.resolve("proc"));
    cgroups = folder.resolve("cgroup");
    files.put("stat", "cpu  10 0 5 1000 20 1 2 3 0 0\ncpu0 1 2\ncpu1 1 2\nprocesses 7\n");
    files.put(
        "meminfo",
        """
        MemTotal: 1000 kB
        MemFree: 300 kB
        MemAvailable: 600 kB
        Buffers: 50 kB
        Cached: 250 kB
        SwapCached: 9 kB
        """);
    files.process(1, 'S', 0, 250, 0, 1, 10);
    files.put("1/cgroup", "4:memory:/\n2:cpuacct:/\n0::/user\n");
  }

  private LinuxSource source() {
    return new LinuxSource(files.proc(), cgroups, 1, new TickCpuClock(files.proc()), () -> 0);
  }

  @Test
  void readsTheNode() {
    LinuxSource source = source();
    assertThat(source.cores()).isEqualTo(2);
    assertThat(source.times()).isEqualTo(new HostSource.NodeTimes(10.2, 0.03));
    assertThat(source.memoryBytes()).isEqualTo(1_024_000);
    assertThat(source.memory().usedBytes()).isEqualTo(400 * 1024);
    assertThat(source.memory().upstreamPercent()).isCloseTo(40, within(1e-9));
    assertThat(source.ownCpuSeconds()).isEqualTo(2.5);
    assertThat(source.description()).contains("/proc/stat", "/proc/<pid>/stat (10 ms)");
  }

  @Test
  void idleTimeNeverGoesBack() {
    LinuxSource source = source();
    source.times();
    files.put("stat", "cpu  10 0 5 1001 17 1 2 3 0 0\ncpu0 1 2\ncpu1 1 2\nprocesses 7\n");
    assertThat(source.times().idleSeconds()).isEqualTo(10.2);
  }

  @Test
  void anAbsentMeminfoIsAbsence() throws IOException {
    Files.delete(files.root.resolve("meminfo"));
    assertThat(source().memory().usedBytes()).isNaN();
    assertThat(source().memory().upstreamPercent()).isNaN();
  }

  @Test
  void readsThePageSizeFromTheAuxiliaryVector() throws IOException {
    assertThat(PageSize.of(files.proc())).isEqualTo(4096);
    ByteBuffer vector = ByteBuffer.allocate(48).order(ByteOrder.nativeOrder());
    vector.putLong(33).putLong(1).putLong(6).putLong(65_536).putLong(0).putLong(0);
    files.put("self/x", "");
    Files.write(files.root.resolve("self/auxv"), vector.array());
    assertThat(PageSize.of(files.proc())).isEqualTo(65_536);
    Files.write(files.root.resolve("self/auxv"), new byte[16]);
    assertThat(PageSize.of(files.proc())).isEqualTo(4096);
  }

  private void cgroup(String path, String file, String text) throws IOException {
    Files.createDirectories(cgroups.resolve(path));
    Files.writeString(cgroups.resolve(path).resolve(file), text);
  }

  private void unifiedGroup() throws IOException {
    files.process(10, 'S', 1, 100, 0, 5, 1000);
    files.put("10/cgroup", "0::/user/figlet\n");
    cgroup("user/figlet", "cgroup.procs", "10\n");
    cgroup("user/figlet", "cpu.stat", "usage_usec 2500000\nuser_usec 1\nsystem_usec 2\n");
    cgroup("user/figlet", "memory.current", "9000\n");
    cgroup("user/figlet", "memory.stat", "anon 5000\ninactive_file 1500\n");
  }

  @Test
  void usesAProcessesOwnControlGroup() throws IOException {
    unifiedGroup();
    HostSource.FunctionSource function = source().function(List.of(10L));
    assertThat(function.description()).isEqualTo("cgroup v2 cpu.stat, working set");
    assertThat(function.cpuSeconds()).isCloseTo(2.5, within(1e-9));
    assertThat(function.memoryBytes()).isEqualTo(7500);
    assertThat(function.replicas()).isEqualTo(1);
    files.remove(10);
    assertThat(function.replicas()).isZero();
    Files.delete(cgroups.resolve("user/figlet/cpu.stat"));
    assertThat(function.cpuSeconds()).isNaN();
  }

  @Test
  void usesVersionOneGroupsToo() throws IOException {
    files.process(10, 'S', 1, 100, 0, 5, 1000);
    files.put("10/cgroup", "4:memory:/f\n2:cpu,cpuacct:/f\n0::/\n");
    cgroup("cpuacct/f", "cgroup.procs", "10\n");
    cgroup("cpuacct/f", "cpuacct.usage", "1500000000\n");
    cgroup("memory/f", "cgroup.procs", "10\n");
    cgroup("memory/f", "memory.usage_in_bytes", "8192\n");
    cgroup("memory/f", "memory.stat", "cache 4096\ntotal_inactive_file 4096\n");
    HostSource.FunctionSource function = source().function(List.of(10L));
    assertThat(function.description()).isEqualTo("cgroup v1 cpuacct.usage, working set");
    assertThat(function.cpuSeconds()).isCloseTo(1.5, within(1e-9));
    assertThat(function.memoryBytes()).isEqualTo(4096);
  }

  @Test
  void aGroupSharedWithAnybodyIsNotUsed() throws IOException {
    unifiedGroup();
    cgroup("user/figlet", "cgroup.procs", "10\n77\n");
    assertThat(source().function(List.of(10L)).description()).startsWith("process tree");
    cgroup("user/figlet", "cgroup.procs", "10\n");
    files.put("1/cgroup", "0::/user/figlet\n");
    assertThat(source().function(List.of(10L)).description()).startsWith("process tree");
    files.put("10/cgroup", "0::/../../etc\n");
    assertThat(source().function(List.of(10L)).description()).startsWith("process tree");
    assertThat(source().function(List.of(404L)).description()).startsWith("process tree");
    assertThat(source().function(List.of()).cpuSeconds()).isNaN();
  }

  @Test
  void replicasInGroupsAddUp() {
    HostSource.FunctionSource one = new Fixed(1.5, 100, 1);
    HostSource.FunctionSource two = new Fixed(2, 50, 0);
    SummedSource sum = new SummedSource(List.of(one, two));
    assertThat(sum.cpuSeconds()).isEqualTo(3.5);
    assertThat(sum.memoryBytes()).isEqualTo(150);
    assertThat(sum.replicas()).isEqualTo(1);
    assertThat(sum.description()).isEqualTo("fixed");
    assertThat(new SummedSource(List.of()).memoryBytes()).isNaN();
    assertThat(new SummedSource(List.of()).description()).isEqualTo("nothing on this machine");
  }

  private record Fixed(double cpuSeconds, double memoryBytes, int replicas)
      implements HostSource.FunctionSource {
    @Override
    public String description() {
      return "fixed";
    }
  }
}
