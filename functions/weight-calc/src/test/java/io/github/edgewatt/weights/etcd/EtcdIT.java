package io.github.edgewatt.weights.etcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.edgewatt.fixtures.RealServer;
import io.github.edgewatt.weights.policy.ZoneWeights;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The store and the election with a real etcd. */
@Timeout(120)
class EtcdIT {
  @TempDir private static Path folder;
  private static RealServer server;

  @BeforeAll
  static void up() {
    server = RealServer.up("etcd.sh", folder.resolve("etcd"));
    assumeTrue(server.missing().isEmpty(), () -> server.missing().orElse(""));
  }

  @AfterAll
  static void down() {
    server.close();
  }

  private static EtcdSettings settings(OptionalLong clusterId) {
    return new EtcdSettings(
        "127.0.0.1",
        Integer.parseInt(server.get("port")),
        Optional.empty(),
        Optional.empty(),
        clusterId,
        Duration.ofSeconds(3));
  }

  private static ZoneWeights weights(String function, String zone, int weight) {
    return new ZoneWeights(function, zone, List.of("10.0.0.1:8080"), new int[] {weight});
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - end).as("30 s").isNegative();
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** The first call of a JVM may take longer than a call's deadline. */
  private static void lead(EtcdLeadership leadership) throws InterruptedException {
    await(
        () -> {
          leadership.step();
          return leadership.leading();
        });
  }

  @Test
  void writesComparesRemovesAndIsFenced() throws InterruptedException {
    try (Etcd etcd = new Etcd(settings(OptionalLong.empty()));
        EtcdLeadership lead =
            etcd.election("test/first", "one", Duration.ofSeconds(5), System::nanoTime)) {
      lead(lead);
      Fence fence = lead.fence().orElseThrow();
      WeightStore store = etcd.weights();
      List<ZoneWeights> many = new ArrayList<>();
      for (int i = 0; i < 3000; i++) {
        many.add(weights("f" + i, "zone-a", 1 + i % 7));
      }
      Written first = store.write(fence, many, (function, zone) -> false);
      assertThat(first.failure()).isEmpty();
      assertThat(first.changed()).hasSize(3000);
      assertThat(store.write(fence, many, (function, zone) -> false).changed()).isEmpty();

      // Another process reads all of it, in pages, and finds nothing to do.
      assertThat(etcd.weights().write(fence, many, (function, zone) -> false).changed()).isEmpty();
      Written less =
          store.write(fence, many.subList(0, 2), (function, zone) -> function.startsWith("f"));
      assertThat(less.failure()).isEmpty();
      assertThat(less.removed()).hasSize(2998);
      assertThat(
              etcd.weights()
                  .write(fence, many.subList(0, 2), (f, z) -> f.startsWith("f"))
                  .removed())
          .isEmpty();

      Written stranger =
          store.write(
              new Fence(fence.key(), fence.createRevision() + 1),
              List.of(weights("f0", "zone-a", 99)),
              (function, zone) -> false);
      assertThat(stranger.failure()).get().isInstanceOf(LostLeadException.class);
      assertThat(stranger.changed()).isEmpty();
    }
  }

  @Test
  void writesToNoOtherCluster() throws InterruptedException {
    long real = Long.parseUnsignedLong(server.get("cluster_id"));
    try (Etcd right = new Etcd(settings(OptionalLong.of(real)));
        Etcd wrong = new Etcd(settings(OptionalLong.of(42)));
        EtcdLeadership lead =
            right.election("test/second", "one", Duration.ofSeconds(5), System::nanoTime);
        EtcdLeadership none =
            wrong.election("test/wrong", "two", Duration.ofSeconds(5), System::nanoTime)) {
      lead(lead);
      none.step();

      assertThat(none.leading()).isFalse();
      assertThat(none.problem())
          .get()
          .asString()
          .contains(
              "is cluster " + Long.toUnsignedString(real), "not 42 (2a)", "nothing is written");
      assertThat(
              wrong
                  .weights()
                  .write(
                      lead.fence().orElseThrow(),
                      List.of(weights("never", "zone-a", 1)),
                      (function, zone) -> true)
                  .failure())
          .isPresent();
      assertThat(
              right
                  .weights()
                  .write(lead.fence().orElseThrow(), List.of(), (f, z) -> f.equals("never"))
                  .removed())
          .isEmpty();
    }
  }

  @Test
  void comesBackAfterAnOutageAndTakesOverFromOneThatDied() throws InterruptedException {
    Etcd died = new Etcd(settings(OptionalLong.empty()));
    EtcdLeadership first =
        died.election("test/third", "one", Duration.ofSeconds(3), System::nanoTime);
    try (Etcd etcd = new Etcd(settings(OptionalLong.empty()));
        EtcdLeadership second =
            etcd.election("test/third", "two", Duration.ofSeconds(3), System::nanoTime)) {
      lead(first);
      second.start();
      await(() -> second.leader().equals(Optional.of("one")));
      assertThat(second.leading()).isFalse();
      // Nobody keeps the first one's lease.
      await(second::leading);
      assertThat(first.leading()).isFalse();

      server.tell("away");
      await(() -> !second.leading());
      await(() -> second.problem().isPresent());
      server.tell("back");
      await(second::leading);
      assertThat(
              etcd.weights()
                  .write(
                      second.fence().orElseThrow(),
                      List.of(weights("after", "zone-a", 1)),
                      (function, zone) -> false)
                  .failure())
          .isEmpty();
    } finally {
      died.close();
    }
  }
}
