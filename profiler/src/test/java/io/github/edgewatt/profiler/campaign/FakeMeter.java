package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.profiler.measure.NodeMeter;
import io.github.edgewatt.profiler.measure.WindowReading;
import io.github.edgewatt.profiler.measure.WindowReading.FunctionUsage;
import io.github.edgewatt.profiler.platform.FunctionInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A node of two cores that idles at 2 % and 10 W and costs 2 ms of CPU and 20 mJ a request. */
final class FakeMeter implements NodeMeter {
  Duration interval = Duration.ofMillis(200);

  static final double CPU_SECONDS_PER_REQUEST = 0.002;
  static final double IDLE_CPU_PERCENT = 2;
  static final double IDLE_WATTS = 10;
  private static final double JOULES_PER_CPU_SECOND = 10;

  private final List<Busy> past = new ArrayList<>();
  private List<FunctionInstance> watched = List.of();
  boolean powered;

  private record Busy(String function, long from, long to, double perSecond) {}

  /** Requests that were answered. */
  void busy(String function, long from, long to, double perSecond) {
    past.add(new Busy(function, from, to, perSecond));
  }

  @Override
  public String description() {
    return "made up";
  }

  @Override
  public Duration sampleInterval() {
    return interval;
  }

  @Override
  public boolean watchesThisMachine() {
    return true;
  }

  @Override
  public int cores() {
    return 2;
  }

  @Override
  public long memoryBytes() {
    return 8L << 30;
  }

  @Override
  public void watch(List<FunctionInstance> instances) {
    watched = List.copyOf(instances);
  }

  @Override
  public WindowReading window(long from, long to) {
    Map<String, Double> cpu = new HashMap<>();
    for (Busy busy : past) {
      double seconds = Math.max(0, Math.min(to, busy.to()) - Math.max(from, busy.from())) / 1e9;
      cpu.merge(busy.function(), seconds * busy.perSecond() * CPU_SECONDS_PER_REQUEST, Double::sum);
    }
    double seconds = (to - from) / 1e9;
    double sum = cpu.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, FunctionUsage> functions = new HashMap<>();
    for (FunctionInstance instance : watched) {
      String name = instance.spec().name();
      functions.put(
          name, new FunctionUsage(cpu.getOrDefault(name, 0.0), 9e7, 9.5e7, 1, 1, 1, Double.NaN));
    }
    return new WindowReading(
        seconds,
        IDLE_CPU_PERCENT + 100 * sum / seconds,
        1,
        1e9,
        12,
        powered ? IDLE_WATTS * seconds + JOULES_PER_CPU_SECOND * sum : Double.NaN,
        powered ? "measured" : "none",
        functions,
        20,
        200,
        200,
        List.of(),
        "");
  }

  @Override
  public void close() {
    watched = List.of();
  }
}
