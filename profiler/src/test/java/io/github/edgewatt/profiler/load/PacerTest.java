package io.github.edgewatt.profiler.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pacer in simulated time: no sockets, no sleeping. */
class PacerTest {
  private static final long MS = 1_000_000;
  private static final long SECOND = 1000 * MS;

  /** The first request of a simulation is due this late: the pacer's lead. */
  private static final long START = 2 * MS;

  private final SimulatedTime time = new SimulatedTime();
  private final SimulatedServer server = new SimulatedServer(time, MS);

  private static LoadTarget target(Arrivals arrivals) {
    return new LoadTarget("f", URI.create("http://f/"), "GET", "", new byte[0], arrivals);
  }

  private static LoadPlan plan(double rate, Duration settle, Duration window, int cap) {
    return new LoadPlan(
        List.of(target(Arrivals.constant(rate))),
        settle,
        window,
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        cap);
  }

  private LoadResult run(LoadPlan plan) throws InterruptedException {
    return new Pacer(plan, server, time).run();
  }

  private TargetResult only(LoadPlan plan) throws InterruptedException {
    return run(plan).targets().get(0);
  }

  @Test
  void whatFollowsTheWindowIsSentAndNotCounted() throws Exception {
    SimulatedServer fast = new SimulatedServer(time, 100);
    Duration second = Duration.ofSeconds(1);
    LoadPlan plan =
        new LoadPlan(
            List.of(target(Arrivals.constant(50))),
            second,
            second.multipliedBy(4),
            second.multipliedBy(3),
            second,
            second,
            100);
    LoadResult result = new Pacer(plan, fast, time).run();
    assertThat(result.targets().get(0).due()).isEqualTo(200);
    assertThat(result.targets().get(0).sent()).isEqualTo(200);
    assertThat(result.windowEndNanos() - result.windowStartNanos()).isEqualTo(4_000 * MS);
    assertThat(time.nanoTime() - result.windowEndNanos()).isBetween(3_000 * MS, 3_001 * MS);
    assertThat(fast.sendTimes).hasSize(400);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 50, 333.333, 500, 20_000})
  void everyRequestOfTheWindowIsSentAndNoOther(double rate) throws Exception {
    SimulatedServer fast = new SimulatedServer(time, 100);
    LoadResult all =
        new Pacer(plan(rate, Duration.ofSeconds(2), Duration.ofSeconds(10), 1000), fast, time)
            .run();
    TargetResult result = all.targets().get(0);
    assertThat(result.due()).isEqualTo((long) Math.ceil(rate * 12) - (long) Math.ceil(rate * 2));
    assertThat(result.sent()).isEqualTo(result.due());
    assertThat(result.statusClasses()[2]).isEqualTo(result.due());
    assertThat(result.responseBytes()).isEqualTo(result.due() * 10);
    assertThat(fast.sendTimes).hasSize((int) Math.ceil(rate * 12));
    assertThat(all.windowStartNanos()).isEqualTo(START + 2 * SECOND);
    assertThat(all.windowEndNanos()).isEqualTo(START + 12 * SECOND);
  }

  @Test
  void lateWakeUpsDoNotAddUp() throws Exception {
    time.oversleepNanos = 7 * MS;
    TargetResult result = only(plan(100, Duration.ZERO, Duration.ofSeconds(10), 100));
    assertThat(result.sent()).isEqualTo(1000);
    assertThat(result.sendLag().getMaxValue()).isCloseTo(7 * MS, within(10_000L));
    assertThat(server.sendTimes.get(999)).isEqualTo(START + 9_990 * MS + 7 * MS);
    // response counts from when it was due, service from when it left
    assertThat(result.response().getMaxValue()).isCloseTo(8 * MS, within(10_000L));
    assertThat(result.service().getMaxValue()).isCloseTo(MS, within(10_000L));
  }

  @Nested
  class CoordinatedOmission {
    @Test
    void aStallOf500MillisShowsInTheTail() throws Exception {
      server.stall(START + 5 * SECOND, START + 5 * SECOND + 500 * MS);
      TargetResult result = only(plan(100, Duration.ZERO, Duration.ofSeconds(10), 1000));
      assertThat(result.due()).isEqualTo(1000);
      assertThat(result.response().getTotalCount()).isEqualTo(1000);
      assertThat(result.response().getValueAtPercentile(99.9)).isBetween(480 * MS, 510 * MS);
      // A closed loop would have sent one request into the stall; here 50 were due in it.
      assertThat(1000 - result.response().getCountBetweenValues(0, 10 * MS)).isBetween(48L, 56L);
      assertThat(result.response().getValueAtPercentile(50)).isLessThan(2 * MS);
    }

    @Test
    void aPauseOfTheGeneratorShowsToo() throws Exception {
      long due = START + 5 * SECOND;
      time.at(due - MS, () -> time.advanceTo(due + 300 * MS));
      LoadResult all = run(plan(100, Duration.ZERO, Duration.ofSeconds(10), 1000));
      TargetResult result = all.targets().get(0);
      assertThat(result.sent()).isEqualTo(1000);
      assertThat(result.sendLag().getMaxValue()).isCloseTo(300 * MS, within(MS));
      assertThat(result.response().getMaxValue()).isGreaterThan(300 * MS);
      assertThat(all.maxPauseNanos()).isBetween(299 * MS, 310 * MS);
    }
  }

  @Nested
  class Bounds {
    @Test
    void requestsBeyondTheCapAreDroppedAndCounted() throws Exception {
      server.silent = true;
      TargetResult result = only(plan(100, Duration.ZERO, Duration.ofSeconds(2), 5));
      // 5 leave at once, 5 more when those time out after 1 s
      assertThat(result.due()).isEqualTo(200);
      assertThat(result.sent()).isEqualTo(10);
      assertThat(result.dropped()).isEqualTo(190);
      assertThat(result.timeouts()).isEqualTo(10);
      assertThat(server.sendTimes).hasSize(10);
    }

    @Test
    void timeoutsAreExactAndValuedAtTheTimeout() throws Exception {
      server.silent = true;
      List<Long> abortTimes = new ArrayList<>();
      LoadTransport recording = new RecordingAborts(server, () -> abortTimes.add(time.nanoTime()));
      TargetResult result =
          new Pacer(plan(10, Duration.ZERO, Duration.ofSeconds(1), 100), recording, time)
              .run()
              .targets()
              .get(0);
      assertThat(result.timeouts()).isEqualTo(10);
      assertThat(result.unfinished()).isZero();
      assertThat(result.failed().getMinValue()).isCloseTo(SECOND, within(MS));
      assertThat(result.failed().getMaxValue()).isCloseTo(SECOND, within(MS));
      for (int i = 0; i < 10; i++) {
        assertThat(abortTimes.get(i)).isEqualTo(START + i * 100L * MS + SECOND);
      }
    }

    @Test
    void theDrainEndsAndWhatIsOpenIsUnfinished() throws Exception {
      server.silent = true;
      LoadPlan plan =
          new LoadPlan(
              List.of(target(Arrivals.constant(10))),
              Duration.ZERO,
              Duration.ofSeconds(1),
              Duration.ofSeconds(60),
              Duration.ofSeconds(2),
              100);
      TargetResult result = only(plan);
      assertThat(result.unfinished()).isEqualTo(10);
      assertThat(result.timeouts()).isZero();
      assertThat(server.aborted).hasSize(10);
      assertThat(time.nanoTime()).isEqualTo(START + 3 * SECOND);
    }

    @Test
    void theDrainEndsEarlyWhenNothingIsOpen() throws Exception {
      only(plan(10, Duration.ZERO, Duration.ofSeconds(1), 100));
      assertThat(time.nanoTime()).isEqualTo(START + SECOND);
    }

    @Test
    void anAnswerAfterTheTimeoutIsNotCounted() throws Exception {
      SimulatedServer slow = new SimulatedServer(time, 1500 * MS);
      TargetResult result =
          new Pacer(plan(1, Duration.ZERO, Duration.ofSeconds(1), 100), slow, time)
              .run()
              .targets()
              .get(0);
      time.advanceTo(10 * SECOND);
      assertThat(result.timeouts()).isOne();
      assertThat(result.statusClasses()[2]).isZero();
    }

    @Test
    void refusedConnectionsAreCountedAndDoNotFillTheCap() throws Exception {
      server.refusing = true;
      TargetResult result = only(plan(100, Duration.ZERO, Duration.ofSeconds(1), 3));
      assertThat(result.connectionErrors()).isEqualTo(100);
      assertThat(result.sent()).isZero();
      assertThat(result.dropped()).isZero();
    }

    @Test
    void manyAnsweredRequestsAreForgottenBehindOneThatHangs() throws Exception {
      LoadPlan plan =
          new LoadPlan(
              List.of(target(Arrivals.constant(5_000))),
              Duration.ZERO,
              Duration.ofSeconds(4),
              Duration.ofSeconds(60),
              Duration.ofSeconds(1),
              100);
      SimulatedServer fast = new SimulatedServer(time, 100);
      fast.silent = true;
      time.at(START + 1, () -> fast.silent = false);
      TargetResult result = new Pacer(plan, fast, time).run().targets().get(0);
      assertThat(result.unfinished()).isOne();
      assertThat(result.statusClasses()[2]).isEqualTo(19_999);
      assertThat(fast.aborted).hasSize(1);
    }
  }

  @Nested
  class Settle {
    @Test
    void requestsStillOpenWhenTheWindowBeginsDoNotCount() throws Exception {
      server.silent = true;
      time.at(START + SECOND - 1, () -> server.silent = false);
      TargetResult result = only(plan(10, Duration.ofSeconds(1), Duration.ofSeconds(2), 100));
      assertThat(result.due()).isEqualTo(20);
      assertThat(result.timeouts()).isZero();
      assertThat(result.statusClasses()[2]).isEqualTo(20);
      assertThat(server.sendTimes).hasSize(30);
    }

    @Test
    void pausesBeforeTheWindowDoNotCount() throws Exception {
      time.at(START + SECOND / 2, () -> time.advanceTo(START + SECOND / 2 + 200 * MS));
      LoadResult result = run(plan(10, Duration.ofSeconds(1), Duration.ofSeconds(2), 100));
      assertThat(result.maxPauseNanos()).isLessThan(MS);
    }
  }

  @Nested
  class Pauses {
    @Test
    void aReactorThatAnswersLateIsSeen() throws Exception {
      server.pingNanos = 130 * MS;
      LoadResult result = run(plan(10, Duration.ZERO, Duration.ofSeconds(2), 100));
      assertThat(result.maxPauseNanos()).isEqualTo(130 * MS);
    }

    @Test
    void aReactorThatNeverAnswersIsSeen() throws Exception {
      server.pingNanos = -1;
      LoadResult result = run(plan(10, Duration.ZERO, Duration.ofSeconds(2), 100));
      assertThat(result.maxPauseNanos()).isEqualTo(2 * SECOND);
    }

    @Test
    void withoutConnectionsThereIsNothingToAsk() throws Exception {
      server.pingable = false;
      LoadResult result = run(plan(10, Duration.ZERO, Duration.ofSeconds(2), 100));
      assertThat(result.maxPauseNanos()).isZero();
    }
  }

  @Test
  void anIdleWindowLastsAsLong() throws Exception {
    LoadResult result =
        run(
            new LoadPlan(
                List.of(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1));
    assertThat(result.targets()).isEmpty();
    assertThat(time.nanoTime()).isEqualTo(START + 4 * SECOND);
  }

  @Test
  void anInterruptEndsTheRun() {
    time.at(SECOND, () -> Thread.currentThread().interrupt());
    assertThatThrownBy(() -> run(plan(100, Duration.ZERO, Duration.ofSeconds(60), 10)))
        .isInstanceOf(InterruptedException.class);
    assertThat(time.nanoTime()).isLessThan(SECOND + 20 * MS);
    assertThat(Thread.interrupted()).isFalse();
  }
}
