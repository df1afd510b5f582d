package io.github.edgewatt.nodeforecast.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of a process, as {@code -Dedgewatt.forecast.…} or {@code EDGEWATT_FORECAST_…}. */
@ConfigMapping(prefix = "edgewatt.forecast")
interface Settings {
  /** A model's file, or a folder of such. */
  Optional<String> models();

  /**
   * Which figure DFaaS' routes answer: {@code regression}, {@code quantile005}, {@code
   * quantile095}.
   */
  @WithDefault("${MODELS_TYPE:regression}")
  String modelsType();

  /** A group list, for DFaaS' routes and models that were not trained with groups. */
  Optional<String> groups();

  /** How often the files are looked at. */
  @WithDefault("2s")
  Duration poll();

  /** Rows in a request. */
  @WithDefault("4096")
  int mostRows();

  /** Models loaded at once. */
  @WithDefault("64")
  int mostModels();

  /** Threads for what is not small; 0 for one a core. */
  @WithDefault("0")
  int threads();
}
