package io.github.edgewatt.profiler.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.TestRuns;
import io.github.edgewatt.profiler.load.Arrivals;
import io.github.edgewatt.profiler.load.LoadPlan;
import io.github.edgewatt.profiler.load.LoadTarget;
import io.github.edgewatt.profiler.platform.FunctionInstance;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadsTest {
  private static final Duration SETTLE = Duration.ofSeconds(1);
  private static final Duration WINDOW = Duration.ofSeconds(20);

  private static List<FunctionInstance> instances(String... names) {
    List<FunctionInstance> instances = new ArrayList<>();
    for (String name : names) {
      URI address = URI.create("http://127.0.0.1:" + (9001 + instances.size()));
      instances.add(new FunctionInstance(TestRuns.spec(name), address, List.of()));
    }
    return instances;
  }

  private static CampaignTimes times(int maxRate) {
    return new CampaignTimes(
        WINDOW,
        SETTLE,
        Duration.ofSeconds(6),
        Duration.ofSeconds(60),
        600,
        new CampaignTimes.Constant(),
        maxRate);
  }

  @Test
  void loadsOnlyFunctionsWithARate() {
    LoadPlan plan =
        Loads.measurement(
            instances("env", "figlet", "curl"), List.of(10, 0, 30), times(50), Duration.ZERO, 1);
    assertThat(plan.targets()).extracting(LoadTarget::name).containsExactly("env", "curl");
    LoadTarget curl = plan.targets().get(1);
    assertThat(curl.uri()).isEqualTo(URI.create("http://127.0.0.1:9003/"));
    assertThat(curl.method()).isEqualTo("POST");
    assertThat(curl.contentType()).isEqualTo("text/plain");
    assertThat(curl.body()).asString().isEqualTo("for curl");
    Arrivals.Cursor cursor = curl.arrivals().cursor();
    cursor.nextNanos();
    assertThat(cursor.nextNanos()).isEqualTo(33_333_333);
    assertThat(plan.settle()).isEqualTo(SETTLE);
    assertThat(plan.window()).isEqualTo(WINDOW);
    assertThat(plan.tail()).isZero();
    assertThat(plan.drain()).isEqualTo(Loads.RESPONSE_TIMEOUT);
  }

  @ParameterizedTest(
      name = "up to {0}/s: at most {1} open requests of a function, whatever the row asks")
  @CsvSource({"1, 256", "50, 256", "100, 500", "1000, 5000", "90000, 8192"})
  void boundsTheOpenRequests(int maxRate, int cap) {
    for (int rate : List.of(0, 1, maxRate)) {
      LoadPlan plan =
          Loads.measurement(
              instances("env", "curl"), List.of(rate, 1), times(maxRate), Duration.ZERO, 1);
      assertThat(plan.maxInFlight()).isEqualTo(cap);
    }
  }

  @ParameterizedTest(name = "counters read every {0} ms: {1} ms more load at each end")
  @CsvSource({"200, 0", "999, 0", "1000, 1000", "5000, 5000", "60000, 15000"})
  void countersThatAreReadSeldomAreReadUnderLoadBeforeAndAfter(long interval, long margin) {
    assertThat(Loads.margin(Duration.ofMillis(interval))).isEqualTo(Duration.ofMillis(margin));
  }

  @Test
  void theMarginIsPartOfTheSettlingAndFollowsTheWindow() {
    Duration margin = SETTLE.plusSeconds(3);
    LoadPlan plan = Loads.measurement(instances("env"), List.of(10), times(50), margin, 1);
    assertThat(plan.settle()).isEqualTo(margin);
    assertThat(plan.window()).isEqualTo(WINDOW);
    assertThat(plan.tail()).isEqualTo(margin);
    Duration less = SETTLE.dividedBy(2);
    LoadPlan settled = Loads.measurement(instances("env"), List.of(10), times(50), less, 1);
    assertThat(settled.settle()).isEqualTo(SETTLE);
    assertThat(settled.tail()).isEqualTo(less);
  }

  @Test
  void anIdleConfigurationHasNoTargets() {
    assertThat(
            Loads.measurement(instances("env"), List.of(0), times(50), Duration.ZERO, 1).targets())
        .isEmpty();
  }

  @Test
  void warmsEveryFreshFunctionAtOnce() {
    LoadPlan plan = Loads.warmup(instances("env", "curl"), times(50));
    assertThat(plan.targets()).hasSize(2);
    assertThat(plan.settle()).isZero();
    assertThat(plan.window()).isEqualTo(Duration.ofSeconds(6));
    assertThat(plan.maxInFlight()).isEqualTo(100);
    Arrivals.Cursor cursor = plan.targets().get(0).arrivals().cursor();
    cursor.nextNanos();
    assertThat(cursor.nextNanos()).as("100 requests/s").isEqualTo(10_000_000);
  }
}
