package io.github.edgewatt.profiler.platform.openfaas;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.time.Duration;

/** A Kubernetes gateway with one function, looked at when a test says so. */
public final class WatchedGateway implements AutoCloseable {
  private final PlatformWorld world = PlatformWorld.kubernetes(0, 0);
  private final GatewayClient client;
  private final StatusWatch watch;

  public WatchedGateway(String function) throws PlatformException, InterruptedException {
    world.deployElsewhere(function, "");
    client = world.client();
    watch = new StatusWatch(client, world.clock, new Starts(), Duration.ofSeconds(2));
  }

  public StatusWatch watch() {
    return watch;
  }

  public long nanoTime() {
    return world.clock.nanoTime();
  }

  public void scale(String function, int replicas) throws PlatformException, InterruptedException {
    client.scale(function, replicas);
  }

  public void lookEachSecond(String function, int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      watch.lookNow(function);
      pass(1);
    }
  }

  public void pass(int seconds) {
    world.clock.sleep(Duration.ofSeconds(seconds));
  }

  @Override
  public void close() {
    watch.close();
    client.close();
    world.close();
  }
}
