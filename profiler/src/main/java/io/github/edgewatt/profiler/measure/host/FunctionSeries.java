package io.github.edgewatt.profiler.measure.host;

import io.github.edgewatt.profiler.measure.CounterSeries;
import io.github.edgewatt.profiler.measure.GaugeSeries;
import io.github.edgewatt.profiler.measure.WindowFigure;
import io.github.edgewatt.profiler.measure.WindowReading.FunctionUsage;

/** One function's samples. */
final class FunctionSeries {
  private final HostSource.FunctionSource source;
  private final Stamp stamp;
  private final CounterSeries cpu;
  private final GaugeSeries memory;
  private final GaugeSeries replicas;

  FunctionSeries(HostSource.FunctionSource source, Stamp stamp, int capacity) {
    this.source = source;
    this.stamp = stamp;
    this.cpu = new CounterSeries(capacity);
    this.memory = new GaugeSeries(capacity);
    this.replicas = new GaugeSeries(capacity);
  }

  String description() {
    return source.description();
  }

  void sample() {
    stamp.read(source::cpuSeconds, cpu::append);
    stamp.read(source::memoryBytes, memory::append);
    stamp.read(() -> (double) source.replicas(), replicas::append);
  }

  boolean reaches(long nanos) {
    return cpu.reaches(nanos);
  }

  WindowFigure cpu(long from, long to) {
    return cpu.delta(from, to);
  }

  FunctionUsage usage(long from, long to) {
    double resident = memory.mean(from, to).value();
    return new FunctionUsage(
        cpu.delta(from, to).value(),
        resident,
        resident,
        (int) replicas.last(to),
        replicas.mean(from, to).value(),
        (int) replicas.max(from, to).value(),
        Double.NaN);
  }
}
