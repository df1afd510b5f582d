package io.github.edgewatt.profiler.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.campaign.CampaignTimes.ArrivalPattern;
import io.github.edgewatt.profiler.load.Arrivals;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignTimesTest {
  private static List<Long> first(ArrivalPattern pattern, int rate, int measurement) {
    return first(pattern, rate, measurement, 0);
  }

  private static List<Long> first(ArrivalPattern pattern, int rate, int measurement, int function) {
    Arrivals.Cursor cursor = pattern.of(rate, measurement, function).cursor();
    List<Long> due = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      due.add(cursor.nextNanos());
    }
    return due;
  }

  @Test
  void randomSchedulesDifferByMeasurementAndRateAndRepeatWithTheSeed() {
    CampaignTimes.Poisson poisson = new CampaignTimes.Poisson(7);
    List<Long> one = first(poisson, 50, 1);
    assertThat(first(new CampaignTimes.Poisson(7), 50, 1)).isEqualTo(one);
    assertThat(first(poisson, 50, 2)).isNotEqualTo(one);
    assertThat(first(poisson, 51, 1)).isNotEqualTo(one);
    assertThat(first(poisson, 50, 1, 1)).as("another function at the same rate").isNotEqualTo(one);
    assertThat(first(new CampaignTimes.Poisson(8), 50, 1)).isNotEqualTo(one);
  }

  @Test
  void constantSchedulesAreAllAlike() {
    CampaignTimes.Constant constant = new CampaignTimes.Constant();
    assertThat(first(constant, 50, 1)).isEqualTo(first(constant, 50, 2));
    assertThat(first(constant, 50, 1).get(49)).isEqualTo(980_000_000);
  }
}
