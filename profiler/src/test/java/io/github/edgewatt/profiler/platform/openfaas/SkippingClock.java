package io.github.edgewatt.profiler.platform.openfaas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's time, but who sleeps wakes at once: the time slept is added instead. */
final class SkippingClock implements GatewayClock {
  private final AtomicLong skipped = new AtomicLong();
  private final List<Duration> sleeps = Collections.synchronizedList(new ArrayList<>());
  private volatile Runnable atSleep = () -> {};

  @Override
  public long nanoTime() {
    return System.nanoTime() + skipped.get();
  }

  @Override
  public void sleep(Duration duration) {
    sleeps.add(duration);
    skipped.addAndGet(duration.toNanos());
    atSleep.run();
  }

  /** Something happens whenever somebody sleeps. */
  void atSleep(Runnable action) {
    atSleep = action;
  }

  List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  Duration slept() {
    return Duration.ofNanos(skipped.get());
  }
}
