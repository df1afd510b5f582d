package io.github.edgewatt.profiler.platform.openfaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LastCleanupTest {
  private static final String RUN = "x";

  @Test
  void aCloseWaitsForTheRemovalAtTheJvmsEnd() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd()) {
      GatewayClient client = world.client();
      LastCleanup cleanup = cleanup(world, client, Duration.ofSeconds(30), "env", "figlet");
      CountDownLatch asked = new CountDownLatch(1);
      CountDownLatch answered = holdRemovals(world, asked);
      Thread hook = new Thread(cleanup::removeAll);
      hook.start();
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      Thread main =
          new Thread(
              () -> {
                // As after Ctrl-C: the campaign was interrupted, and its resources are closed.
                Thread.currentThread().interrupt();
                cleanup.close();
                client.close();
              });
      main.start();
      while (main.getState() != Thread.State.TIMED_WAITING && main.isAlive()) {
        Thread.onSpinWait();
      }
      assertThat(main.isAlive()).as("it waits for the hook").isTrue();
      answered.countDown();
      hook.join();
      main.join();
      assertThat(world.gateway.deployed()).isEmpty();
    }
  }

  @Test
  void theWaitHasAnEnd() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        GatewayClient client = world.client()) {
      LastCleanup cleanup = cleanup(world, client, Duration.ofMillis(200), "figlet");
      CountDownLatch asked = new CountDownLatch(1);
      CountDownLatch answered = holdRemovals(world, asked);
      Thread hook = new Thread(cleanup::removeAll);
      hook.start();
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      cleanup.close();
      hook.join();
      answered.countDown();
      assertThatThrownBy(() -> cleanup.starting("env")).hasMessageContaining("is closed");
    }
  }

  @Test
  void whatTheGatewayGotToAfterTheRemovalIsGivenUpToo() throws Exception {
    try (PlatformWorld world = PlatformWorld.faasd();
        GatewayClient client = world.client()) {
      LastCleanup cleanup = cleanup(world, client, Duration.ofSeconds(30));
      cleanup.starting("figlet");
      cleanup.removeAll();
      world.deployElsewhere("figlet", RUN);
      cleanup.giveUp(List.of("figlet"));
      assertThat(world.gateway.deployed()).isEmpty();
      assertThat(cleanup.givenUp(List.of("figlet", "env"))).containsExactly("figlet");
    }
  }

  private static LastCleanup cleanup(
      PlatformWorld world, GatewayClient client, Duration limit, String... names) throws Exception {
    LastCleanup cleanup = new LastCleanup(client, RUN, limit);
    for (String name : names) {
      cleanup.starting(name);
      world.deployElsewhere(name, RUN);
    }
    return cleanup;
  }

  /** Removals are held up until the latch returned is counted down. */
  private static CountDownLatch holdRemovals(PlatformWorld world, CountDownLatch asked) {
    CountDownLatch answered = new CountDownLatch(1);
    world
        .gateway
        .server()
        .fail(
            "/system/functions",
            request -> {
              if (request.method().equals("DELETE")) {
                asked.countDown();
                awaitQuietly(answered);
              }
              return null;
            });
    return answered;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
