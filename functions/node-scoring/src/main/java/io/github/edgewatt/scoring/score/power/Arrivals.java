package io.github.edgewatt.scoring.score.power;

import io.github.edgewatt.cluster.Pod;
import io.github.edgewatt.scoring.score.base.Memo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The pods of a node that may not be warm: bound, but not yet using what they will. After
 * WAO-Scheduler, whose list of them is filled by being asked and never emptied, this one follows
 * the pods bound to the node, by UID: a pod whose binding failed or that was deleted is not on it.
 *
 * <p>A pod is cold until it is first measured to use half of what is expected of it, or until the
 * warm-up time is over, counted from when it was made or, for a pod that had to wait for a node,
 * from when it was first seen here. Then it is warm for good, however idle it becomes.
 */
final class Arrivals {
  /** WAO's {@code workThreshold}. */
  private static final double WORKING_SHARE = 0.5;

  /**
   * How long a sum holds. Metrics come every 15 s at best, and looking each new pod's up is what a
   * question about thousands of nodes would spend most of its time with.
   */
  private static final long HOLD_MILLIS = 1_000;

  private final List<Pod> pods;
  private final List<Arrival> arrivals;
  private volatile Sum last = new Sum(null, 0, 0);

  private Arrivals(List<Pod> pods, List<Arrival> arrivals) {
    this.pods = pods;
    this.arrivals = arrivals;
  }

  /**
   * What is asked of a node's arrivals.
   *
   * @param measured what a pod is measured to use, in cores; 0 where it is not
   * @param nowMillis the present
   * @param warmUp how long a pod may be cold
   * @param except UID of a pod that does not count, as it is being placed
   */
  record Question(ToDoubleFunction<Pod> measured, long nowMillis, Duration warmUp, String except) {}

  /** What {@code rule} found at a time. */
  private record Sum(PowerRule rule, long atMillis, double cores) {}

  /** Those among a node's {@code pods}; {@code before} is what was known of the node, or null. */
  static Arrivals of(List<Pod> pods, Arrivals before, long nowMillis, Duration warmUp) {
    List<Arrival> found = new ArrayList<>();
    for (Pod pod : pods) {
      boolean young = nowMillis - made(pod) <= warmUp.toMillis();
      boolean pending = pod.phase() == Pod.Phase.PENDING;
      Arrival known = before == null ? null : before.byUid(pod.uid());
      if (known != null) {
        // One that is warm stays on the list for as long as it would be taken for new without it.
        if (young || pending || nowMillis - known.sinceMillis <= warmUp.toMillis()) {
          found.add(new Arrival(pod, known.sinceMillis, known.warm));
        }
      } else if (pending) {
        found.add(new Arrival(pod, nowMillis, false));
      } else if (young) {
        found.add(new Arrival(pod, Math.min(nowMillis, made(pod)), false));
      }
    }
    return new Arrivals(pods, List.copyOf(found));
  }

  /** Whether they are those of this very list of pods. */
  boolean areOf(List<Pod> others) {
    return Memo.same(pods, others);
  }

  /** What {@code rule} says they will use beyond what is measured, in cores; up to 1 s old. */
  double unmeasured(PowerRule rule, Question question) {
    if (arrivals.isEmpty()) {
      return 0;
    }
    Sum known = last;
    long age = question.nowMillis - known.atMillis;
    if (known.rule == rule && age >= 0 && age < HOLD_MILLIS && question.except.isEmpty()) {
      return known.cores;
    }
    double cores = rule.unmeasured(this, question);
    if (question.except.isEmpty()) {
      last = new Sum(rule, question.nowMillis, cores);
    }
    return cores;
  }

  /** How many are watched. */
  int count() {
    return arrivals.size();
  }

  /**
   * Sum of {@code expected - measured} over the cold pods, in cores: what they use already is part
   * of the node's own use.
   */
  double cold(Question question, ToDoubleFunction<Pod> expected) {
    double cores = 0;
    for (Arrival arrival : arrivals) {
      if (!arrival.warm && !arrival.pod.uid().equals(question.except)) {
        cores += missing(arrival, question, expected.applyAsDouble(arrival.pod));
      }
    }
    return cores;
  }

  /** Sum of {@code expected} over the pods that are bound and do not run yet, in cores. */
  double pending(Question question, ToDoubleFunction<Pod> expected) {
    double cores = 0;
    for (Arrival arrival : arrivals) {
      if (arrival.pod.phase() == Pod.Phase.PENDING && !arrival.pod.uid().equals(question.except)) {
        cores += expected.applyAsDouble(arrival.pod);
      }
    }
    return cores;
  }

  private static double missing(Arrival arrival, Question question, double expected) {
    double measured = question.measured.applyAsDouble(arrival.pod);
    boolean late = question.nowMillis - arrival.sinceMillis > question.warmUp.toMillis();
    if (late || measured >= WORKING_SHARE * expected) {
      arrival.warm = true;
      return 0;
    }
    return expected - measured;
  }

  private Arrival byUid(String uid) {
    for (Arrival arrival : arrivals) {
      if (arrival.pod.uid().equals(uid)) {
        return arrival;
      }
    }
    return null;
  }

  private static long made(Pod pod) {
    return pod.createdAt().getEpochSecond() * 1000;
  }

  private static final class Arrival {
    private final Pod pod;
    private final long sinceMillis;

    /** Only ever set: threads that see it late ask for a measurement once more. */
    private volatile boolean warm;

    Arrival(Pod pod, long sinceMillis, boolean warm) {
      this.pod = pod;
      this.sinceMillis = sinceMillis;
      this.warm = warm;
    }
  }
}
