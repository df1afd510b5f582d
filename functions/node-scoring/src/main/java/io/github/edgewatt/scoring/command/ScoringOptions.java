package io.github.edgewatt.scoring.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How nodes are judged. What is not given comes from the environment or the defaults. */
final class ScoringOptions {
  private static final String PREFIX = "edgewatt.scoring.";

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "the API server (KUBECONFIG, a pod's service account, or ~/.kube/config)")
  private Optional<Path> kubeconfig = Optional.empty();

  @Option(
      names = "--replay",
      paramLabel = "FILE",
      description = "a cluster's objects as kubectl get -o json prints them, instead")
  private Optional<Path> replay = Optional.empty();

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      description = "power, wao-v1, wao-v2, fpga, or with weights (power=1,fpga=1)")
  private Optional<String> policy = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "forecaster model, or a folder of them; may be repeated")
  private List<Path> models = List.of();

  @Option(
      names = "--weights",
      paramLabel = "U/R/B",
      description = "usage, reconfiguration, bitstream in the FPGA rank (2/2/1)")
  private Optional<String> weights = Optional.empty();

  @Option(
      names = "--fpga-magnitudes",
      description = "FPGA times count by how large they are, not by rank")
  private boolean magnitudes;

  @Option(
      names = "--ipmi-port",
      paramLabel = "PORT",
      description = "port of ipmi_exporter on nodes (9290; 0: no temperatures)")
  private Optional<Integer> ipmiPort = Optional.empty();

  /** Whether a cluster is named. */
  boolean cluster() {
    return kubeconfig.isPresent() || replay.isPresent();
  }

  /**
   * The policy given.
   *
   * @return empty where none is
   */
  String policy() {
    return policy.orElse("");
  }

  /** Settles the options as configuration. */
  void apply() {
    set("kubeconfig", kubeconfig);
    set("replay", replay);
    set("policy", policy);
    set("weights", weights);
    set("ipmi-port", ipmiPort);
    if (magnitudes) {
      set("fpga-magnitudes", Optional.of(true));
    }
    if (!models.isEmpty()) {
      // A comma ends one of a list's values.
      set(
          "model",
          Optional.of(
              models.stream()
                  .map(model -> model.toString().replace("\\", "\\\\").replace(",", "\\,"))
                  .collect(Collectors.joining(","))));
    }
  }

  static void set(String name, Optional<?> value) {
    value.ifPresent(one -> System.setProperty(PREFIX + name, String.valueOf(one)));
  }
}
