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
  /** {@code power}, {@code fpga}, {@code wao-v1} or {@code wao-v2}; several with weights. */
  @WithDefault("power=1,fpga=1")
  String policy();

  /** The API server; KUBECONFIG, the pod's service account or ~/.kube/config else. */
  Optional<Path> kubeconfig();

  /** A file with a cluster's objects, instead of an API server. */
  Optional<Path> replay();

  /** Forecaster models, or folders of them, to answer with in this process. */
  Optional<List<Path>> model();

  /** Weights of usage, reconfiguration and bitstream in the FPGA rank. */
  @WithDefault("2/2/1")
  String weights();

  /** Whether FPGA times count by how large they are instead of by rank. */
  @WithDefault("false")
  boolean fpgaMagnitudes();

  /** How old a node's FPGA state may be, where it tells when it was written. */
  @WithDefault("5m")
  Duration fpgaAge();

  /** Port of ipmi_exporter on nodes; 0 reads no temperatures. */
  @WithDefault("9290")
  int ipmiPort();

  /** How often temperatures are read. */
  @WithDefault("60s")
  Duration ipmiEvery();

  /** How old temperatures may be. */
  @WithDefault("20m")
  Duration ipmiAge();

  /** How often the metrics API is asked. */
  @WithDefault("15s")
  Duration metricsEvery();

  /** How old a node's measured use may be. */
  @WithDefault("3m")
  Duration metricsAge();

  /** How long a placed pod may count for more than it uses. */
  @WithDefault("5m")
  Duration warmUp();

  /** The longest wait for a model's answer. */
  @WithDefault("100ms")
  Duration predictorDeadline();

  /** How long a model's answer is used. */
  @WithDefault("15m")
  Duration predictorKeep();

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
