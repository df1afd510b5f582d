package io.github.edgewatt.cluster.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleWindowTest {
  private final Drops drops = new Drops();
  private final SampleWindow window = new SampleWindow();

  private void add(long time, double value) {
    window.add(time, value, 0, 100, drops);
  }

  @Test
  void isUnknownWithoutSamples() {
    assertThat(window.mean(0, 10)).isNaN();
    assertThat(window.rise(0, 10)).isEqualTo(Rise.NONE);
    assertThat(window.rise(0, 10).perNano()).isNaN();
    add(5, 3);
    assertThat(window.mean(0, 10)).isEqualTo(3);
    assertThat(window.mean(6, 10)).isNaN();
    assertThat(window.rise(0, 10).perNano()).isNaN();
  }

  @Test
  void interpolatesAtTheEnds() {
    add(0, 0);
    add(10, 20);
    add(20, 20);
    assertThat(window.rise(5, 15)).isEqualTo(new Rise(10, 5, 15));
    assertThat(window.rise(5, 15).perNano()).isEqualTo(1);
    assertThat(window.rise(15, 40)).isEqualTo(new Rise(0, 15, 20));
    assertThat(window.rise(2, 4).perNano()).isEqualTo(2);
    assertThat(window.rise(30, 40)).isEqualTo(Rise.NONE);
    assertThat(window.mean(5, 15)).isEqualTo(17.5);
    assertThat(window.mean(2, 4)).isEqualTo(6);
  }

  @Test
  void beginsACounterAnewThatFell() {
    add(0, 100);
    add(10, 150);
    add(20, 30);
    add(30, 60);
    assertThat(window.rise(0, 30).amount()).isEqualTo(50 + 30 + 30);
  }

  @Test
  void addsCountersOverTheTimeOfBoth() {
    add(0, 0);
    add(10, 10);
    SampleWindow next = new SampleWindow();
    next.add(10, 0, 0, 100, drops);
    next.add(20, 10, 0, 100, drops);
    // A container that ended and the one that took over: one core all the time, not two.
    assertThat(window.rise(0, 20).plus(next.rise(0, 20)).perNano()).isEqualTo(1);
  }

  @Test
  void keepsTheFirstOfTwoAtTheSameTime() {
    add(5, 3);
    add(5, 4);
    assertThat(window.size()).isEqualTo(1);
    assertThat(window.mean(0, 10)).isEqualTo(3);
    assertThat(drops.byReason()).containsEntry("duplicate", 1L);
  }

  @Test
  void keepsOneSampleFromBeforeTheWindow() {
    for (int time = 0; time < 100; time++) {
      window.add(time, time, time - 10L, 100, drops);
    }
    assertThat(window.size()).isEqualTo(11);
    assertThat(window.newest()).isEqualTo(99);
    window.add(200, 200, 190, 100, drops);
    assertThat(window.size()).isEqualTo(2);
    assertThat(window.rise(190, 200).perNano()).isEqualTo(1);
  }

  @Test
  void dropsTheOldestOfTooMany() {
    for (int time = 1; time <= 20; time++) {
      window.add(time, time, 0, 16, drops);
    }
    assertThat(window.size()).isEqualTo(16);
    window.add(2, 2, 0, 16, drops);
    assertThat(window.size()).isEqualTo(16);
    assertThat(drops.byReason()).containsEntry("too_many_samples", 5L);
    assertThat(window.rise(0, 20)).isEqualTo(new Rise(15, 5, 20));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void tellsTheSameInWhateverOrderSamplesCome(long seed) {
    Random random = new Random(seed);
    List<Long> times = new ArrayList<>();
    for (long time = random.nextInt(9); times.size() < 60; time += 1 + random.nextInt(9)) {
      times.add(time);
    }
    double slope = random.nextDouble();
    SampleWindow sorted = new SampleWindow();
    times.forEach(time -> sorted.add(time, slope * time, 0, 100, drops));
    Collections.shuffle(times, random);
    times.forEach(time -> add(time, slope * time));
    times.forEach(time -> add(time, 7));
    assertThat(window.size()).isEqualTo(60);
    for (int i = 0; i < 50; i++) {
      long from = random.nextInt(200);
      long to = from + 1 + random.nextInt(100);
      assertThat(window.rise(from, to)).isEqualTo(sorted.rise(from, to));
      assertThat(window.mean(from, to)).isEqualTo(sorted.mean(from, to));
      Rise rise = window.rise(from, to);
      if (rise.ended() > rise.began()) {
        // Of a straight line any part tells the slope, and its middle the mean.
        assertThat(rise.perNano()).isCloseTo(slope, within(1e-9));
        assertThat(rise.began()).isGreaterThanOrEqualTo(from);
        assertThat(rise.ended()).isLessThanOrEqualTo(to);
        assertThat(window.mean(from, to))
            .isCloseTo(slope * (rise.began() + rise.ended()) / 2, within(1e-6));
      }
    }
  }
}
