package io.github.edgewatt.scoring.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code edgewatt.scoring.*}, or {@code EDGEWATT_SCORING_*} in the environment. */
@ConfigMapping(prefix = "edgewatt.scoring")
public interface ScoringConfig {
  /** {@code power}, {@code fpga}, {@code wao-v1}, {@code wao-v2}, or several with weights. */
  @WithDefault("power")
  String policy();

  /** The API server; KUBECONFIG or the pod's service account where it is not given. */
  Optional<Path> kubeconfig();

  /** A cluster read from a file instead. */
  Optional<Path> replay();

  /** Forecaster models to answer with in this process. */
  Optional<List<Path>> model();

  /** Port of ipmi_exporter on nodes; 0 reads none. */
  @WithDefault("9290")
  int ipmiPort();

  /** Weights of usage, reconfiguration and bitstreams in the FPGA rank. */
  @WithDefault("2/2/1")
  String weights();

  /** After this a scheduler is answered with neutral scores. */
  @WithDefault("500ms")
  Duration deadline();

  /** Threads that score. */
  @WithDefault("8")
  int workers();

  /** Calls that may wait for one of them. */
  @WithDefault("64")
  int queue();
}
