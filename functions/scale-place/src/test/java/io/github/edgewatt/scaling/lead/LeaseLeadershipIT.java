package io.github.edgewatt.scaling.lead;

import static io.github.edgewatt.scaling.TestKube.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.edgewatt.scaling.TestKube;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Lease of a real API server. */
@Timeout(180)
class LeaseLeadershipIT {
  @TempDir private Path folder;

  @Test
  void isGivenUpLostInAnOutageAndHadAgain() throws InterruptedException {
    try (TestKube kube = TestKube.up(folder.resolve("kube"))) {
      assumeThat(kube.server.missing()).isEmpty();
      LeaseLeadership one = start(kube, "one");
      try (LeaseLeadership two = start(kube, "two")) {
        await("a leader", () -> one.leading() || two.leading());
        assertThat(one.leading() && two.leading()).isFalse();
        LeaseLeadership follower = one.leading() ? two : one;
        LeaseLeadership leader = one.leading() ? one : two;
        leader.close();
        assertThat(leader.leading()).isFalse();
        await("the other leads", follower::leading);
        assertThat(follower.leader()).isPresent();
        assertThat(transitions(kube)).isEqualTo(1);

        kube.server.tell("away");
        await("no lead without the server", () -> !follower.leading());
        assertThat(follower.problem()).isPresent();
        kube.server.tell("back");
        await("the lead again", follower::leading);
        await("nothing wrong any more", () -> follower.problem().isEmpty());
      } finally {
        one.close();
      }
    }
  }

  private static int transitions(TestKube kube) {
    return kube.admin()
        .leases()
        .inNamespace("default")
        .withName("test")
        .get()
        .getSpec()
        .getLeaseTransitions();
  }

  private static LeaseLeadership start(TestKube kube, String identity) {
    return LeaseLeadership.start(
        kube.admin(),
        new LeaseOptions("default", "test", identity, Duration.ofSeconds(3)),
        Clock.systemUTC());
  }
}
