package io.github.edgewatt.scaling.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ElectionTest {
  private final FakeStore store = new FakeStore();
  private long now = 5_000;
  private final Election one = election("one");
  private final Election two = election("two");

  @Test
  void theFirstLeadsAndTheOtherWaits() {
    assertThat(one.leading()).isFalse();
    one.attempt();
    two.attempt();
    assertThat(one.leading()).isTrue();
    assertThat(two.leading()).isFalse();
    assertThat(two.leader()).contains("one");
  }

  @Test
  void whoDoesNotRenewStopsBeforeAnotherBegins() {
    one.attempt();
    two.attempt();
    pass(9_999);
    assertThat(one.leading()).isTrue();
    pass(2);
    assertThat(one.leading()).isFalse();
    two.attempt();
    assertThat(two.leading()).isFalse();
    pass(5_000);
    two.attempt();
    assertThat(two.leading()).isTrue();
    one.attempt();
    assertThat(one.leading()).isFalse();
    assertThat(one.leader()).contains("two");
  }

  @Test
  void whoRenewsKeepsIt() {
    for (int i = 0; i < 20; i++) {
      one.attempt();
      two.attempt();
      pass(2_500);
      assertThat(one.leading()).isTrue();
      assertThat(two.leading()).isFalse();
    }
  }

  @Test
  void anotherStartsAtOnceWhereItWasGivenUp() {
    one.attempt();
    two.attempt();
    one.giveUp();
    assertThat(one.leading()).isFalse();
    two.attempt();
    assertThat(two.leading()).isTrue();
  }

  @Test
  void givesUpOnlyItsOwn() {
    one.attempt();
    two.giveUp();
    assertThat(store.held.holder()).isEqualTo("one");
  }

  @Test
  void anOutageEndsTheLeadInTimeAndItCanBeHadAgain() {
    one.attempt();
    store.away = true;
    pass(9_000);
    assertThatThrownBy(one::attempt).hasMessage("away");
    assertThat(one.leading()).isTrue();
    pass(1_001);
    assertThat(one.leading()).isFalse();
    store.away = false;
    one.attempt();
    assertThat(one.leading()).isTrue();
  }

  @Test
  void ofTwoThatReadTheSameOneWrites() {
    one.attempt();
    two.attempt();
    pass(15_001);
    store.beforeWrite = one::attempt;
    assertThatThrownBy(two::attempt).hasMessage("changed");
    assertThat(two.leading()).isFalse();
    assertThat(one.leading()).isTrue();
  }

  private void pass(long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private Election election(String name) {
    LeaseOptions options = new LeaseOptions("default", "l", name, Duration.ofSeconds(15));
    return new Election(store, options, () -> now);
  }

  private static final class FakeStore implements LeaseStore {
    private Held held;
    private int version;
    private boolean away;
    private Runnable beforeWrite = () -> {};

    @Override
    public Optional<Held> read() {
      if (away) {
        throw new IllegalStateException("away");
      }
      return Optional.ofNullable(held);
    }

    @Override
    public void write(Optional<Held> before, String holder) {
      Runnable first = beforeWrite;
      beforeWrite = () -> {};
      first.run();
      if (!before.equals(Optional.ofNullable(held))) {
        throw new IllegalStateException("changed");
      }
      held = new Held(holder, 15, String.valueOf(++version));
    }
  }
}
