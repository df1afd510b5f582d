package io.github.edgewatt.profiler.measure.host;

import java.util.List;

/** A function's replicas, each with a source of its own, as one. */
record SummedSource(List<HostSource.FunctionSource> parts) implements HostSource.FunctionSource {

  @Override
  public String description() {
    return parts.isEmpty() ? "nothing on this machine" : parts.get(0).description();
  }

  @Override
  public double cpuSeconds() {
    return parts.stream().mapToDouble(HostSource.FunctionSource::cpuSeconds).sum();
  }

  @Override
  public double memoryBytes() {
    return parts.stream().mapToDouble(HostSource.FunctionSource::memoryBytes).sum();
  }

  @Override
  public int replicas() {
    return parts.stream().mapToInt(HostSource.FunctionSource::replicas).sum();
  }
}
