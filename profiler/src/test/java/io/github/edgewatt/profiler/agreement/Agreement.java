package io.github.edgewatt.profiler.agreement;

import io.github.edgewatt.profiler.measure.WindowReading;
import java.util.Locale;

/**
 * One window under steady load, as two meters saw it at the same time.
 *
 * @param rate requests per second
 * @param host what the machine's own counters say
 * @param prometheus what a scraped node-exporter and cAdvisor say
 * @param function whose figures are compared
 */
record Agreement(int rate, WindowReading host, WindowReading prometheus, String function) {
  static final String HEADER =
      "  req/s    node CPU: host  Prometheus     diff   function: host  Prometheus     diff"
          + "   memory diff   working set diff   samples";

  /** Node CPU with the generator's, which is all that node-exporter can see; percent of a core. */
  static double wholeNode(WindowReading reading) {
    return reading.nodeCpuPercent() + reading.generatorCpuPercent();
  }

  double node() {
    return difference(wholeNode(host), wholeNode(prometheus));
  }

  double functionCpu() {
    return difference(functionPercent(host), functionPercent(prometheus));
  }

  double memory() {
    return difference(host.nodeMemoryBytes(), prometheus.nodeMemoryBytes());
  }

  double workingSet() {
    return difference(
        host.functions().get(function).workingSetBytes(),
        prometheus.functions().get(function).workingSetBytes());
  }

  private double functionPercent(WindowReading reading) {
    return 100 * reading.functions().get(function).cpuSeconds() / reading.seconds();
  }

  private static double difference(double reference, double other) {
    return (other - reference) / reference;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%7d %14.2f %% %9.2f %% %+7.2f %% %13.2f %% %9.2f %% %+7.2f %% %+11.2f %% %+16.2f %% %6d/%d",
        rate,
        wholeNode(host),
        wholeNode(prometheus),
        100 * node(),
        functionPercent(host),
        functionPercent(prometheus),
        100 * functionCpu(),
        100 * memory(),
        100 * workingSet(),
        host.samples(),
        prometheus.samples());
  }
}
