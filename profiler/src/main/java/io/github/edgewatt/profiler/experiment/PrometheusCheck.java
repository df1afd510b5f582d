package io.github.edgewatt.profiler.experiment;

import io.github.edgewatt.profiler.experiment.stage.StageException;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusClient;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusException;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusLimits;
import io.github.edgewatt.profiler.measure.prometheus.PrometheusSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Asks every Prometheus once before the first image: hours later there would be no extract. */
final class PrometheusCheck {
  private static final Duration MOST = Duration.ofSeconds(5);
  private static final PrometheusLimits ONCE =
      new PrometheusLimits(MOST, MOST, Duration.ZERO, 1 << 20);

  private PrometheusCheck() {}

  /**
   * Returns when all of them answer.
   *
   * @throws StageException with one line that tells the first that does not
   */
  static void answers(List<String> addresses) throws StageException, InterruptedException {
    for (String address : addresses) {
      try (PrometheusClient client =
          PrometheusClient.open(PrometheusSettings.parse(address), ONCE)) {
        client.version();
      } catch (PrometheusException | IOException | IllegalArgumentException e) {
        throw new StageException(
            "nothing was started, because the extract would fail: " + e.getMessage());
      }
    }
  }
}
