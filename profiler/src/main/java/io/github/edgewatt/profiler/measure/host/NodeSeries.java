package io.github.edgewatt.profiler.measure.host;

import io.github.edgewatt.profiler.energy.EnergyMeter;
import io.github.edgewatt.profiler.measure.CounterSeries;
import io.github.edgewatt.profiler.measure.GaugeSeries;
import io.github.edgewatt.profiler.measure.WindowFigure;

/** The node's samples, this process's CPU and the meter's energy beside them. */
final class NodeSeries {
  private final HostSource source;
  private final EnergyMeter meter;
  private final Stamp stamp;
  private final CounterSeries idle;
  private final CounterSeries steal;
  private final CounterSeries own;
  private final CounterSeries energy;
  private final GaugeSeries memoryBytes;
  private final GaugeSeries memoryPercent;

  NodeSeries(HostSource source, EnergyMeter meter, Stamp stamp, int capacity) {
    this.source = source;
    this.meter = meter;
    this.stamp = stamp;
    this.idle = new CounterSeries(capacity);
    this.steal = new CounterSeries(capacity);
    this.own = new CounterSeries(capacity);
    this.energy = new CounterSeries(capacity);
    this.memoryBytes = new GaugeSeries(capacity);
    this.memoryPercent = new GaugeSeries(capacity);
  }

  void sample() {
    stamp.read(
        source::times,
        (nanos, times) -> {
          idle.append(nanos, times.idleSeconds());
          steal.append(nanos, times.stealSeconds());
        });
    stamp.read(source::ownCpuSeconds, own::append);
    stamp.read(meter::readJoules, energy::append);
    stamp.read(
        source::memory,
        (nanos, memory) -> {
          memoryBytes.append(nanos, memory.usedBytes());
          memoryPercent.append(nanos, memory.upstreamPercent());
        });
  }

  boolean reaches(long nanos) {
    return idle.reaches(nanos);
  }

  WindowFigure idle(long from, long to) {
    return idle.delta(from, to);
  }

  WindowFigure own(long from, long to) {
    return own.delta(from, to);
  }

  double stealSeconds(long from, long to) {
    return steal.delta(from, to).value();
  }

  double energyJoules(long from, long to) {
    return energy.delta(from, to).value();
  }

  double memoryBytes(long from, long to) {
    return memoryBytes.mean(from, to).value();
  }

  double memoryPercent(long from, long to) {
    return memoryPercent.mean(from, to).value();
  }
}
