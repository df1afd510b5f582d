package io.github.edgewatt.scaling.apply;

import java.util.Map;

/** Which function a pod's labels tell of. */
final class Functions {
  /** The label that OpenFaaS gives its functions. */
  static final String OPENFAAS = "faas_function";

  private static final String EDGERUN = "ether.edgerun.io/function";

  private Functions() {}

  /** The function's name, dashes written as underscores; empty where there is none. */
  static String of(Map<String, String> labels) {
    return labels.getOrDefault(EDGERUN, labels.getOrDefault(OPENFAAS, "")).replace('-', '_');
  }
}
