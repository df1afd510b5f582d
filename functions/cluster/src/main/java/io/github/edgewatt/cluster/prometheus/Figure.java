package io.github.edgewatt.cluster.prometheus;

import java.util.Locale;

/**
 * What is asked, and how where nothing else is set. {@code {{window}}} stands for the time that
 * rates are taken over, and {@code or on ()} for: only where the first finds nothing at all.
 */
enum Figure {
  /** CPU seconds of pods, counters, by namespace and pod: cAdvisor in the kubelet. */
  POD_CPU(
      "sum by (namespace, pod) (container_cpu_usage_seconds_total"
          + "{pod!=\"\",container!=\"\",container!=\"POD\"})"),
  /** When they were read, in seconds since 1970: the time of a sum would be the question's. */
  POD_CPU_TIME(
      "max by (namespace, pod) (timestamp(container_cpu_usage_seconds_total"
          + "{pod!=\"\",container!=\"\",container!=\"POD\"}))"),
  /** Use of nodes' whole CPU, 0 to 1: node-exporter. */
  NODE_CPU(
      "1 - avg by (instance, nodename) (sum without (mode)"
          + " (rate(node_cpu_seconds_total{mode=~\"idle|iowait|steal\"}[{{window}}]))"
          + " * on (job, instance) group_left (nodename) node_uname_info)"),
  /** Watts of nodes: of the whole machine where IPMI tells, else Scaphandre's or Kepler's. */
  NODE_WATTS(
      "sum by (instance) (ipmi_dcmi_power_consumption_watts)"
          + " or on () (sum by (instance, node) (scaph_host_power_microwatts) / 1e6)"
          + " or on () sum by (instance, node_name) (kepler_node_cpu_watts"
          + "{zone=~\"package(-[0-9]+)?\",path!~\".*mmio.*\"})"),
  /** Watts of pods: Kepler's, one zone as zones contain each other, or Scaphandre's. */
  POD_WATTS(
      "sum by (pod_namespace, pod_name) (kepler_pod_cpu_watts"
          + "{zone=~\"package(-[0-9]+)?\",state!=\"terminated\"})"
          + " or on () (sum by (kubernetes_pod_namespace, kubernetes_pod_name)"
          + " (scaph_process_power_consumption_microwatts{kubernetes_pod_name!=\"\"}) / 1e6)"),
  /** Requests a second of functions: OpenFaaS' gateway. */
  REQUESTS(
      "sum by (function_name, origin_zone, zone)"
          + " (rate(gateway_function_invocation_total[{{window}}]))"),
  /** Mean seconds to the answer, likewise. */
  RESPONSE(
      "sum by (function_name, origin_zone, zone)"
          + " (rate(gateway_functions_seconds_sum[{{window}}]))"
          + " / sum by (function_name, origin_zone, zone)"
          + " (rate(gateway_functions_seconds_count[{{window}}]))");

  private final String text;

  Figure(String text) {
    this.text = text;
  }

  /** The question where nothing else is set. */
  String text() {
    return text;
  }

  /** The environment variable that sets it. */
  String variable() {
    return "edgewatt_cluster_query_" + name().toLowerCase(Locale.ROOT);
  }
}
