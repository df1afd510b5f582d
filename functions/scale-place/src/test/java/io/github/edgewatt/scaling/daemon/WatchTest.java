package io.github.edgewatt.scaling.daemon;

import static io.github.edgewatt.scaling.TestPods.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchTest {
  private final HandClock clock = new HandClock();
  private Optional<String> incomplete = Optional.of("nothing was read from Redis");
  private final Watch watch = new Watch(() -> incomplete, Duration.ofSeconds(20), clock);

  @Test
  void aLookBackGoesByAfterTheStartAndAfterEachOutage() {
    assertThat(watch.missing()).contains("nothing was read from Redis");
    pass(30);
    incomplete = Optional.empty();
    waitsOneLookBack();

    incomplete = Optional.of("Redis is away");
    assertThat(watch.missing()).contains("Redis is away");
    incomplete = Optional.empty();
    waitsOneLookBack();
  }

  @Test
  void aClockThatIsSetBackBeginsAnew() {
    incomplete = Optional.empty();
    waitsOneLookBack();
    pass(-3600);
    waitsOneLookBack();
  }

  private void waitsOneLookBack() {
    assertThat(watch.missing())
        .contains("the cluster has been seen whole for 0 s of the 20 s that are looked back");
    pass(19);
    assertThat(watch.missing()).isPresent();
    pass(1);
    assertThat(watch.missing()).isEmpty();
  }

  private void pass(int seconds) {
    clock.now = clock.now.plusSeconds(seconds);
  }

  private static final class HandClock extends Clock {
    private Instant now = NOW;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
