package io.github.edgewatt.weights.etcd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EtcdLeadershipTest {
  private final FakeElection etcd = new FakeElection();
  private final EtcdLeadership one = leadership("one");
  private final EtcdLeadership two = leadership("two");

  private EtcdLeadership leadership(String name) {
    return new EtcdLeadership(etcd, "leader", name, Duration.ofSeconds(6), () -> etcd.nanos);
  }

  private void pass(double seconds) {
    etcd.nanos += (long) (seconds * 1e9);
  }

  @Test
  void oneLeads() {
    assertThat(one.leading()).isFalse();
    one.step();
    two.step();

    assertThat(one.leading()).isTrue();
    assertThat(two.leading()).isFalse();
    assertThat(two.leader()).contains("one");
    assertThat(one.fence()).map(Fence::key).contains("leader");
  }

  @Test
  void keepsTheLeadWhileTheLeaseIsKept() {
    one.step();
    for (int i = 0; i < 20; i++) {
      pass(2);
      one.step();
      two.step();
      assertThat(one.leading()).isTrue();
      assertThat(two.leading()).isFalse();
    }
  }

  @Test
  void anotherTakesOverWhenTheLeaseEnds() {
    one.step();
    pass(5.9);
    two.step();
    assertThat(two.leading()).isFalse();
    assertThat(one.leading()).isTrue();
    pass(0.1);
    two.step();

    assertThat(two.leading()).isTrue();
    assertThat(one.leading()).as("without asking anybody").isFalse();
    one.step();
    assertThat(one.leading()).isFalse();
    assertThat(one.leader()).contains("two");
  }

  @Test
  void leadsOnAfterAnOutageShorterThanTheLeaseAndNotDuringALongerOne() {
    one.step();
    etcd.away = true;
    pass(4);
    one.step();
    assertThat(one.leading()).isTrue();
    assertThat(one.problem()).contains("etcd is away");
    pass(2);
    one.step();
    assertThat(one.leading()).isFalse();
    etcd.away = false;
    etcd.renewAll();
    two.step();
    one.step();

    assertThat(one.leading()).as("its lease outlived the outage").isTrue();
    assertThat(two.leading()).isFalse();
    assertThat(one.problem()).isEmpty();
  }

  @Test
  void takesTheLeadAgainWhereSomebodyRemovedTheKey() {
    one.step();
    Fence before = one.fence().orElseThrow();
    etcd.removeKey();
    one.step();

    assertThat(one.leading()).isTrue();
    assertThat(one.fence()).isPresent().get().isNotEqualTo(before);
  }

  @Test
  void givesTheLeadBack() {
    one.step();
    one.close();
    two.step();

    assertThat(one.leading()).isFalse();
    assertThat(two.leading()).isTrue();
  }

  @Test
  void closesWhileEtcdIsAway() {
    one.step();
    etcd.away = true;
    one.close();

    assertThat(one.leading()).isFalse();
  }
}
