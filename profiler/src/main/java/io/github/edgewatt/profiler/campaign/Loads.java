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

  /** Counters read more often than this lose a fraction of a percent at a window's ends. */
  private static final Duration SELDOM = Duration.ofSeconds(1);

  private static final Duration LONGEST_MARGIN = Duration.ofSeconds(15);

  private Loads() {}

  /**
   * Load before and after a window, so that the counters are read under load once before it and
   * once after it: counters are interpolated, which draws a load's start and end out over the
   * samples around it. A load that starts and ends with its window loses a sixth of the interval at
   * each end on average, 8 % of a window of 20 s whose counters are read every 5 s.
   *
   * @param interval how often the counters are read
   */
  static Duration margin(Duration interval) {
    if (interval.compareTo(SELDOM) < 0) {
      return Duration.ZERO;
    }
    return interval.compareTo(LONGEST_MARGIN) > 0 ? LONGEST_MARGIN : interval;
  }

  /**
   * The load of one measurement.
   *
   * @param rates rate of each instance, requests per second; 0 for none
   * @param margin least load before and after the window
   * @param measurement its number, for random schedules
   */
  static LoadPlan measurement(
      List<FunctionInstance> instances,
      List<Integer> rates,
      CampaignTimes times,
      Duration margin,
      int measurement) {
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
        times.settle().compareTo(margin) < 0 ? margin : times.settle(),
        times.window(),
        margin,
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
