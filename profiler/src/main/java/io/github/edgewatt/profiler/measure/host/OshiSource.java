package io.github.edgewatt.profiler.measure.host;

import java.util.ArrayList;
import java.util.List;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;
import oshi.hardware.GlobalMemory;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/**
 * Figures through OSHI, for systems without {@code /proc}. Its CPU times are in milliseconds; those
 * of children that ended are not in them, and memory has no page cache to leave out.
 */
final class OshiSource implements HostSource {
  private final CentralProcessor processor;
  private final GlobalMemory memory;
  private final OperatingSystem system;
  private double idleSeconds;
  private double stealSeconds;

  OshiSource(SystemInfo info) {
    this.processor = info.getHardware().getProcessor();
    this.memory = info.getHardware().getMemory();
    this.system = info.getOperatingSystem();
  }

  @Override
  public String description() {
    return "host: OSHI CPU ticks and process times (1 ms), RSS, without children that ended";
  }

  @Override
  public int cores() {
    return processor.getLogicalProcessorCount();
  }

  @Override
  public long memoryBytes() {
    return memory.getTotal();
  }

  @Override
  public NodeTimes times() {
    long[] ticks = processor.getSystemCpuLoadTicks();
    long idle = ticks[TickType.IDLE.getIndex()] + ticks[TickType.IOWAIT.getIndex()];
    idleSeconds = Math.max(idleSeconds, idle * 1e-3);
    stealSeconds = Math.max(stealSeconds, ticks[TickType.STEAL.getIndex()] * 1e-3);
    return new NodeTimes(idleSeconds, stealSeconds);
  }

  @Override
  public MemoryUse memory() {
    double used = memory.getTotal() - memory.getAvailable();
    return new MemoryUse(used, 100 * used / memory.getTotal());
  }

  @Override
  public double ownCpuSeconds() {
    OSProcess own = system.getProcess(system.getProcessId());
    return own == null ? Double.NaN : seconds(own);
  }

  @Override
  public FunctionSource function(List<Long> rootPids) {
    return rootPids.isEmpty() ? new SummedSource(List.of()) : new Processes(rootPids);
  }

  private static double seconds(OSProcess process) {
    return (process.getKernelTime() + process.getUserTime()) * 1e-3;
  }

  private final class Processes implements FunctionSource {
    private final List<Long> roots;
    private List<OSProcess> last = List.of();
    private double highestSeconds;
    private int alive;

    Processes(List<Long> roots) {
      this.roots = List.copyOf(roots);
    }

    @Override
    public String description() {
      return "process tree through OSHI";
    }

    @Override
    public double cpuSeconds() {
      List<OSProcess> found = new ArrayList<>();
      alive = 0;
      for (long root : roots) {
        OSProcess process = system.getProcess((int) root);
        if (process != null) {
          alive++;
          found.add(process);
          found.addAll(system.getDescendantProcesses((int) root, null, null, 0));
        }
      }
      last = found;
      double sum = found.stream().mapToDouble(OshiSource::seconds).sum();
      highestSeconds = Math.max(highestSeconds, sum);
      return highestSeconds;
    }

    @Override
    public double memoryBytes() {
      return last.stream().mapToDouble(OSProcess::getResidentSetSize).sum();
    }

    @Override
    public int replicas() {
      return alive;
    }
  }
}
