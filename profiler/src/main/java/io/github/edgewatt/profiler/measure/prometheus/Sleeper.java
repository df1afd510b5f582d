package io.github.edgewatt.profiler.measure.prometheus;

import java.time.Duration;

/** Lets time pass; a test's lets none. */
interface Sleeper {
  Sleeper SYSTEM = time -> Thread.sleep(time.toMillis());

  void sleep(Duration time) throws InterruptedException;
}
