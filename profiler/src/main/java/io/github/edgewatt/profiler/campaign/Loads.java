package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.profiler.load.Arrivals;
import io.github.edgewatt.profiler.load.LoadPlan;
import io.github.edgewatt.profiler.load.LoadTarget;
import io.github.edgewatt.profiler.platform.FunctionInstance;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Turns a configuration on deployed functions into a load. */
final class Loads {
  /**
   * Longest wait for an answer. Upstream waits 30 s; on a node that answers after more than 10 s
   * the function has failed for whoever called it, and a shorter wait keeps an overloaded row from
   * lengthening the run by its tail.
   */
  static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(10);

  /**
   * Open requests allowed per request/s asked: answers slower than this on average fill the cap.
   */
  private static final int IN_FLIGHT_SECONDS = 5;

  private static final int SMALLEST_CAP = 256;
  private static final int LARGEST_CAP = 8_192;

  /**
   * Rate of a warm-up. Compilers count calls: 300 requests are enough (docs/methodology.md), which
   * a warm-up of 4 s passes at this rate.
   */
  private static final int WARMUP_RATE = 100;

  private static final int WARMUP_IN_FLIGHT = 100;

  private Loads() {}

  /**
   * The load of one measurement.
   *
   * @param rates rate of each instance, requests per second; 0 for none
   * @param measurement its number, for random schedules
   */
  static LoadPlan measurement(
      List<FunctionInstance> instances, List<Integer> rates, CampaignTimes times, int measurement) {
    List<LoadTarget> targets = new ArrayList<>();
    for (int i = 0; i < instances.size(); i++) {
      if (rates.get(i) > 0) {
        targets.add(target(instances.get(i), times.arrivals().of(rates.get(i), measurement, i)));
      }
    }
    // The plan's rate, not the row's: alone and in a mix a drop has to mean the same.
    long cap = Math.min(LARGEST_CAP, IN_FLIGHT_SECONDS * (long) times.maxRate());
    return new LoadPlan(
        targets,
        times.settle(),
        times.window(),
        RESPONSE_TIMEOUT,
        RESPONSE_TIMEOUT,
        (int) Math.max(SMALLEST_CAP, cap));
  }

  /** The load that compiles the functions' code before anything is measured. */
  static LoadPlan warmup(List<FunctionInstance> fresh, CampaignTimes times) {
    List<LoadTarget> targets = new ArrayList<>();
    for (int i = 0; i < fresh.size(); i++) {
      targets.add(target(fresh.get(i), times.arrivals().of(WARMUP_RATE, 0, i)));
    }
    return new LoadPlan(
        targets,
        Duration.ZERO,
        times.warmup(),
        RESPONSE_TIMEOUT,
        RESPONSE_TIMEOUT,
        WARMUP_IN_FLIGHT);
  }

  private static LoadTarget target(FunctionInstance instance, Arrivals arrivals) {
    FunctionSpec spec = instance.spec();
    return new LoadTarget(
        spec.name(),
        instance.address().resolve(spec.path()),
        spec.method(),
        spec.contentType(),
        spec.body(),
        arrivals);
  }
}
