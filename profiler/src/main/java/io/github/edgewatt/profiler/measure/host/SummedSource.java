package io.github.edgewatt.profiler.measure.host;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A function's replicas, each with a source of its own, as one; absent where there are none. */
record SummedSource(List<HostSource.FunctionSource> parts) implements HostSource.FunctionSource {

  @Override
  public String description() {
    return parts.isEmpty() ? "nothing on this machine" : parts.get(0).description();
  }

  @Override
  public double cpuSeconds() {
    return sum(HostSource.FunctionSource::cpuSeconds);
  }

  @Override
  public double memoryBytes() {
    return sum(HostSource.FunctionSource::memoryBytes);
  }

  @Override
  public int replicas() {
    return parts.stream().mapToInt(HostSource.FunctionSource::replicas).sum();
  }

  private double sum(ToDoubleFunction<HostSource.FunctionSource> figure) {
    return parts.isEmpty() ? Double.NaN : parts.stream().mapToDouble(figure).sum();
  }
}
