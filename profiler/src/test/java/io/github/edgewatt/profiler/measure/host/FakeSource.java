package io.github.edgewatt.profiler.measure.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A host of two cores whose figures a test sets. */
final class FakeSource implements HostSource {
  double idleSeconds;
  double stealSeconds;
  double ownSeconds;
  double usedBytes = 1000;
  final Map<Long, Function> functions = new HashMap<>();

  static final class Function implements FunctionSource {
    double cpuSeconds;
    double memoryBytes;
    int replicas = 1;

    @Override
    public String description() {
      return "fake function";
    }

    @Override
    public double cpuSeconds() {
      return cpuSeconds;
    }

    @Override
    public double memoryBytes() {
      return memoryBytes;
    }

    @Override
    public int replicas() {
      return replicas;
    }
  }

  @Override
  public String description() {
    return "fake host";
  }

  @Override
  public int cores() {
    return 2;
  }

  @Override
  public long memoryBytes() {
    return 4000;
  }

  @Override
  public NodeTimes times() {
    return new NodeTimes(idleSeconds, stealSeconds);
  }

  @Override
  public MemoryUse memory() {
    return new MemoryUse(usedBytes, usedBytes / 40);
  }

  @Override
  public double ownCpuSeconds() {
    return ownSeconds;
  }

  @Override
  public FunctionSource function(List<Long> rootPids) {
    return functions.computeIfAbsent(rootPids.get(0), pid -> new Function());
  }
}
