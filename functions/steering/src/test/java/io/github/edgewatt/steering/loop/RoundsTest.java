package io.github.edgewatt.steering.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final AtomicInteger done = new AtomicInteger();
  private final FakeLeadership leadership = new FakeLeadership();

  private Rounds rounds(Runnable round) {
    return new Rounds("rounds-test", leadership, round, CLOCK);
  }

  @Test
  void doesNothingWhileAnotherLeads() {
    try (Rounds rounds = rounds(done::incrementAndGet)) {
      rounds.once();
      assertThat(done).hasValue(0);
      assertThat(rounds.report()).isEqualTo(Rounds.Report.NONE);
      leadership.leads = true;
      rounds.once();
      assertThat(done).hasValue(1);
      assertThat(rounds.report().led()).isTrue();
      assertThat(rounds.report().last()).contains(NOW);
      assertThat(rounds.report().done()).isEqualTo(1);
      assertThat(rounds.report().took()).isGreaterThanOrEqualTo(Duration.ZERO);
      leadership.leads = false;
      rounds.once();
      assertThat(done).hasValue(1);
      assertThat(rounds.report().led()).isFalse();
      assertThat(rounds.report().last()).contains(NOW);
    }
    assertThat(leadership.closed).isFalse();
  }

  @Test
  void goesOnAfterARoundThatFailed() {
    leadership.leads = true;
    try (Rounds rounds =
        rounds(
            () -> {
              switch (done.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("no data");
                case 2 -> throw new StackOverflowError();
                default -> {}
              }
            })) {
      rounds.once();
      assertThat(rounds.report().failure()).contains("no data");
      rounds.once();
      assertThat(rounds.report().failure()).contains("java.lang.StackOverflowError");
      assertThat(rounds.report().failed()).isEqualTo(2);
      rounds.once();
      assertThat(rounds.report().failure()).isEmpty();
      assertThat(rounds.report().failed()).isEqualTo(2);
      assertThat(rounds.report().done()).isEqualTo(3);
    }
  }

  @Test
  void goesOnWhereNobodyCanTellWhoLeads() {
    leadership.broken = true;
    try (Rounds rounds = rounds(done::incrementAndGet)) {
      rounds.once();
      assertThat(rounds.report().failure()).contains("who leads?");
      assertThat(done).hasValue(0);
    }
  }

  @Test
  void doesRoundsOnAThreadOfItsOwnUntilClosed() throws InterruptedException {
    CountDownLatch three = new CountDownLatch(3);
    AtomicBoolean daemon = new AtomicBoolean();
    Rounds rounds =
        new Rounds(
            "rounds-test",
            Leadership.ALONE,
            () -> {
              daemon.set(Thread.currentThread().isDaemon());
              three.countDown();
              throw new IllegalStateException("goes on all the same");
            },
            CLOCK);
    rounds.start(Duration.ofMillis(1));
    assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
    rounds.close();
    long left = rounds.report().done();
    assertThat(left).isGreaterThanOrEqualTo(3);
    assertThat(rounds.report().done()).isEqualTo(left);
    assertThat(daemon).isTrue();
  }

  @Test
  void leavesOutRoundsWhoseTimePassed() {
    assertThat(Rounds.untilNext(0, 10)).isEqualTo(10);
    assertThat(Rounds.untilNext(3, 10)).isEqualTo(7);
    assertThat(Rounds.untilNext(47, 10)).as("four missed").isEqualTo(3);
    assertThat(Rounds.untilNext(50, 10)).isEqualTo(10);
  }

  @Test
  void alwaysLeadsAlone() {
    Leadership.ALONE.close();
    assertThat(Leadership.ALONE.leading()).isTrue();
    assertThat(Leadership.ALONE.leader()).isEmpty();
  }

  private static final class FakeLeadership implements Leadership {
    private boolean leads;
    private boolean broken;
    private boolean closed;

    @Override
    public boolean leading() {
      if (broken) {
        throw new IllegalStateException("who leads?");
      }
      return leads;
    }

    @Override
    public Optional<String> leader() {
      return Optional.empty();
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
