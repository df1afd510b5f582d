package io.github.edgewatt.profiler.platform.local;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A run that deploys two functions, says so and waits to be killed. */
public final class KilledParent {
  private KilledParent() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    LocalPlatform platform = LocalPlatform.open(StandIns.runtime(), folder, folder, "killed-run");
    platform
        .deploy(List.of(StandIns.get("one"), StandIns.get("two")))
        .forEach(instance -> System.out.println(instance.processIds().get(0)));
    new CountDownLatch(1).await();
  }
}
