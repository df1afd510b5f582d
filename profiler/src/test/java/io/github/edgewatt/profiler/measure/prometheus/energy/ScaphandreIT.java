package io.github.edgewatt.profiler.measure.prometheus.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgewatt.profiler.energy.EnergyMeters;
import io.github.edgewatt.profiler.energy.EnergyReading;
import io.github.edgewatt.profiler.energy.WindowEnergy;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusClient;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusSamples;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus that scrapes a real Scaphandre that reads synthetic RAPL counters: the joules
 * measured against the counters' truth.
 */
class ScaphandreIT {
  private static final long SECOND = 1_000_000_000L;
  private static final long WINDOW = 20 * SECOND;

  /** Scaphandre does not refresh when it is asked every two seconds or more often. */
  private static final Duration SCRAPE = Duration.ofSeconds(3);

  @TempDir Path folder;

  @Test
  void joulesAreWithinOnePercentOfTheTruth() throws Exception {
    try (ServerScript scaphandre =
            ServerScript.up(
                "scaphandre.sh", folder.resolve("scaphandre"), "--watts", "42", "--dram", "5");
        ServerScript prometheus = prometheus(scaphandre, "3s");
        PrometheusClient client =
            PrometheusClient.open(PrometheusSettings.parse(prometheus.get("url")));
        HostWindowEnergy host =
            HostWindowEnergy.start(EnergyMeters.detect(Path.of(scaphandre.get("powercap"))), "")) {
      WindowEnergy energy;
      Process busy = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
      try {
        EnergySetup setup = setup(client, SCRAPE, Map.of("busy", Set.of(busy.pid())));
        awaitScrape(setup);
        energy = WindowEnergies.find(setup, Optional.empty());
        assertThat(energy.name()).as(energy.description()).isEqualTo("scaphandre");
        everySelectorIsUnderstood(setup);

        long start = System.nanoTime();
        TimeUnit.SECONDS.sleep(36);
        double worst = 0;
        for (int i = 0; i <= 5; i++) {
          long from = start + i * (3 * SECOND + SECOND / 7);
          worst = Math.max(worst, compare("window " + i, energy, scaphandre, from));
        }
        assertThat(worst).isLessThan(0.01);
        assertThat(compare("host", host, scaphandre, start)).isLessThan(0.01);

        // The load changes in the middle of a window.
        long from = System.nanoTime();
        TimeUnit.SECONDS.sleep(10);
        Files.writeString(Path.of(scaphandre.get("watts")), "70 9\n");
        TimeUnit.SECONDS.sleep(10);
        assertThat(compare("step", energy, scaphandre, from)).isLessThan(0.01);

        EnergyReading reading = energy.read(List.of("busy", "env"), from, from + WINDOW);
        System.out.printf(
            Locale.ROOT, "a busy process by Scaphandre: %s J%n", reading.ownJoules().get("busy"));
        assertThat(reading.ownJoules()).containsOnlyKeys("busy");
        assertThat(reading.ownJoules().get("busy")).isBetween(1.0, reading.joules());
      } finally {
        busy.destroyForcibly().waitFor();
      }
      scaphandre.stop();
      long from = System.nanoTime();
      TimeUnit.SECONDS.sleep(5);
      EnergyReading gone = energy.read(List.of(), from, from + 5 * SECOND);
      assertThat(gone.joules()).isNaN();
      assertThat(gone.problem()).isEqualTo("scaphandre: no sample after the window");
    }
  }

  @Test
  void scrapedTooOftenItStandsStillAndThatIsTold() throws Exception {
    try (ServerScript scaphandre = ServerScript.up("scaphandre.sh", folder.resolve("scaphandre"));
        ServerScript prometheus = prometheus(scaphandre, "1s");
        PrometheusClient client =
            PrometheusClient.open(PrometheusSettings.parse(prometheus.get("url")))) {
      EnergySetup setup = setup(client, Duration.ofSeconds(1), Map.of());
      awaitScrape(setup);
      WindowEnergy energy = WindowEnergies.find(setup, Optional.empty());
      assertThat(energy.name()).isEqualTo("none");
      assertThat(energy.description())
          .contains("scaphandre-host-energy: the meter stands still")
          .contains("every 3 s or slower");
    }
  }

  private ServerScript prometheus(ServerScript scaphandre, String interval) {
    String address = URI.create(scaphandre.get("url")).getAuthority();
    return ServerScript.up(
        "prometheus.sh",
        folder.resolve("prometheus"),
        "--interval",
        interval,
        "--without-node-exporter",
        "--target",
        "scaphandre=" + address);
  }

  private static EnergySetup setup(
      PrometheusClient client, Duration scrape, Map<String, Set<Long>> pids)
      throws PrometheusException, InterruptedException {
    return new EnergySetup(
        PrometheusSamples.open(client, scrape),
        EnergyQueries.defaults(),
        NodeNames.any(),
        "openfaas-fn",
        function -> pids.getOrDefault(function, Set.of()),
        Patience.ofThisMachine(Duration.ofSeconds(12)));
  }

  /** A Prometheus that has just started takes some seconds to its first scrape. */
  private static void awaitScrape(EnergySetup setup)
      throws PrometheusException, InterruptedException {
    String selector = setup.queries().selector("scaphandre-host-energy");
    for (int i = 0; i < 60; i++) {
      long now = System.nanoTime();
      if (!setup.source().read(selector, now - 5 * SECOND, now).isEmpty()) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
    throw new AssertionError("Prometheus has not scraped within 30 s");
  }

  private static void everySelectorIsUnderstood(EnergySetup setup)
      throws PrometheusException, InterruptedException {
    long now = System.nanoTime();
    for (String name : setup.queries().selectors().keySet()) {
      String selector = setup.queries().selector(name);
      assertThat(setup.source().read(selector, now - 5 * SECOND, now)).as(selector).isNotNull();
    }
  }

  private static double compare(
      String what, WindowEnergy energy, ServerScript scaphandre, long from)
      throws IOException, InterruptedException {
    EnergyReading reading = energy.read(List.of(), from, from + WINDOW);
    assertThat(reading.problem()).isEmpty();
    double truth = truth(Path.of(scaphandre.get("truth")), from);
    double error = reading.joules() / truth - 1;
    System.out.printf(
        Locale.ROOT,
        "%s: %s measured %.2f J, truth %.2f J, %+.3f %%%n",
        what,
        energy.name(),
        reading.joules(),
        truth,
        100 * error);
    return Math.abs(error);
  }

  private static double truth(Path file, long from) throws IOException {
    NavigableMap<Double, Double> joules = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split(" ", -1);
      if (fields.length == 3) {
        joules.put(
            Double.parseDouble(fields[0]),
            Double.parseDouble(fields[1]) + Double.parseDouble(fields[2]));
      }
    }
    Instant now = Instant.now();
    double epoch = now.getEpochSecond() + now.getNano() * 1e-9;
    double start = epoch - (System.nanoTime() - from) * 1e-9;
    return at(joules, start + WINDOW * 1e-9) - at(joules, start);
  }

  private static double at(NavigableMap<Double, Double> joules, double seconds) {
    Map.Entry<Double, Double> before = joules.floorEntry(seconds);
    Map.Entry<Double, Double> after = joules.ceilingEntry(seconds);
    double span = after.getKey() - before.getKey();
    double share = span == 0 ? 0 : (seconds - before.getKey()) / span;
    return before.getValue() + share * (after.getValue() - before.getValue());
  }
}
