package io.github.edgewatt.profiler.measure.prometheus;

import java.util.List;

/** Raw samples around windows of the past. */
public interface SampleSource {

  /**
   * Every series a selector finds, with its samples in the window and, where they exist, at least
   * one before its start and one after its end. Does not wait for samples to come.
   *
   * @param selector a PromQL instant selector: {@code scaph_host_energy_microjoules{node="n1"}}
   * @param fromNanos start of the window on {@link System#nanoTime}'s scale
   * @param toNanos its end
   * @throws PrometheusException when it cannot be asked or does not answer as it should
   */
  List<SampleSeries> read(String selector, long fromNanos, long toNanos)
      throws PrometheusException, InterruptedException;
}
