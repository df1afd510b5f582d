package io.github.edgewatt.profiler.campaign;

import io.github.edgewatt.profiler.load.Arrivals;
import io.github.edgewatt.profiler.load.LoadGenerator;
import io.github.edgewatt.profiler.load.LoadPlan;
import io.github.edgewatt.profiler.load.LoadResult;
import io.github.edgewatt.profiler.load.LoadTarget;
import io.github.edgewatt.profiler.load.TargetResult;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Answers as many requests a second as the node can, refuses the rest; a dead function none. */
final class FakeGenerator implements LoadGenerator {
  /** Something that happens in the middle of a load. */
  interface Event {
    void happen() throws InterruptedException;
  }

  final List<LoadPlan> plans = new ArrayList<>();
  double capacity = Double.POSITIVE_INFINITY;
  private final FakeClock clock;
  private final FakeMeter meter;
  private final FakePlatform platform;
  private int eventAt = -1;
  private Event event;

  FakeGenerator(FakeClock clock, FakeMeter meter, FakePlatform platform) {
    this.clock = clock;
    this.meter = meter;
    this.platform = platform;
  }

  /** Lets something happen in the middle of load number {@code call}, from 1. */
  void during(int call, Event what) {
    eventAt = call;
    event = what;
  }

  @Override
  public LoadResult run(LoadPlan plan) throws InterruptedException {
    plans.add(plan);
    long start = clock.nanoTime() + plan.settle().toNanos();
    long end = start + plan.window().toNanos();
    if (plans.size() == eventAt) {
      clock.advance(plan.settle());
      event.happen();
      clock.advance(plan.window());
    } else {
      clock.advance(plan.settle().plus(plan.window()));
    }
    clock.advance(plan.tail());
    double seconds = plan.window().toNanos() / 1e9;
    List<Long> due = new ArrayList<>();
    for (LoadTarget target : plan.targets()) {
      due.add(due(target.arrivals(), plan));
    }
    double asked = due.stream().mapToLong(Long::longValue).sum() / seconds;
    double share = Math.min(1, capacity / Math.max(asked, 1e-9));
    List<TargetResult> results = new ArrayList<>();
    for (int i = 0; i < due.size(); i++) {
      String name = plan.targets().get(i).name();
      boolean dead = platform.dead.contains(name);
      long answered = dead ? 0 : Math.round(due.get(i) * share);
      meter.busy(name, start - plan.settle().toNanos(), clock.nanoTime(), answered / seconds);
      results.add(result(name, due.get(i), answered, dead));
    }
    return new LoadResult(start, end, results, 3_000_000);
  }

  private static long due(Arrivals arrivals, LoadPlan plan) {
    Arrivals.Cursor cursor = arrivals.cursor();
    long from = plan.settle().toNanos();
    long count = 0;
    for (long at = cursor.nextNanos(); at < from + plan.window().toNanos(); ) {
      count += at >= from ? 1 : 0;
      at = cursor.nextNanos();
    }
    return count;
  }

  private static TargetResult result(String name, long due, long answered, boolean dead) {
    Histogram response = new Histogram(3);
    Histogram service = new Histogram(3);
    Histogram failed = new Histogram(3);
    Histogram lag = new Histogram(3);
    for (long i = 0; i < due; i++) {
      lag.recordValue(50_000);
      if (dead) {
        failed.recordValue(500_000);
      } else {
        response.recordValue(2_000_000 + 10_000 * i);
        service.recordValue(1_900_000 + 10_000 * i);
      }
    }
    long refused = dead ? 0 : due - answered;
    return new TargetResult(
        name,
        due,
        due,
        new long[] {0, 0, answered, 0, 0, refused},
        0,
        dead ? due : 0,
        0,
        0,
        100 * answered,
        response,
        service,
        failed,
        lag);
  }

  @Override
  public void close() {
    plans.clear();
  }
}
