"""The expressions of the dashboards, by name.

They hold for both kinds of container labels (Kubernetes' names; the cgroup path that is all faasd
has) and for every energy meter the profiler knows. Where several meters run on one node the first of
the profiler's order is shown; meters are never added up.
"""

RATE = "$__rate_interval"

CALLS = 'function_name=~"($function)[.]$namespace"'
# Kubernetes names a function's container after it; faasd's cgroup path is /NAMESPACE/NAME.
KUBERNETES = 'namespace="$namespace", container=~"$function"'
FAASD = 'id=~"/$namespace/($function)", container=""'


def by_function(metric, wrap="{}"):
    """One series a node and function, in whichever dialect the metric comes."""
    return (
        f'sum by (node, function) (label_replace({wrap.format(metric + "{" + KUBERNETES + "}")}, '
        '"function", "$1", "container", "(.+)") or '
        f'label_replace({wrap.format(metric + "{" + FAASD + "}")}, '
        '"function", "$1", "id", "/[^/]+/(.+)"))'
    )


def rate(metric):
    return f"rate({metric}[{RATE}])"


def short(expression):
    """figlet.openfaas-fn and figlet are one function."""
    return f'label_replace({expression}, "function", "$1", "function_name", "([^.]+)[.].*")'


FUNCTION_CPU = by_function("container_cpu_usage_seconds_total", f"rate({{}}[{RATE}])")
FUNCTION_MEMORY = by_function("container_memory_working_set_bytes")
NODE_BUSY = f'sum by (node) (rate(node_cpu_seconds_total{{mode!~"idle|iowait|steal"}}[{RATE}]))'
RAPL_PACKAGE = f"sum by (node) ({rate('node_rapl_package_joules_total')})"
# A node's watts by meter, in the profiler's order of preference; Kepler's one zone, never their sum.
METERS = {
    "Scaphandre": f"sum by (node) ({rate('scaph_host_energy_microjoules')}) / 1e6",
    "Kepler": "sum by (node) (" + rate('kepler_node_cpu_joules_total{zone="package"}') + ")",
    "Kepler up to 0.9": f"sum by (node) ({rate('kepler_node_package_joules_total')})",
    # Not every processor counts its memory.
    "RAPL": f"{RAPL_PACKAGE} + (sum by (node) ({rate('node_rapl_dram_joules_total')}) or 0 * {RAPL_PACKAGE})",
}
NODE_WATTS = " or ".join(f"({watts})" for watts in METERS.values())
IDLE_WATTS = f"min_over_time(({NODE_WATTS})[1h:1m])"
FUNCTION_WATTS = (
    f"sum by (function) ({FUNCTION_CPU} / on (node) group_left () ({NODE_BUSY})"
    f" * on (node) group_left () clamp_min(({NODE_WATTS}) - ({IDLE_WATTS}), 0))"
)
# Pods are named FUNCTION-HASH-HASH.
POD = '"function", "$1", "{}", "($function)-[a-z0-9]+-[a-z0-9]+"'
SCAPHANDRE_WATTS = (
    'sum by (function) (label_replace(scaph_process_power_consumption_microwatts{kubernetes_pod_namespace="$namespace"}, '
    + POD.format("kubernetes_pod_name")
    + ")) / 1e6"
)
KEPLER_WATTS = (
    "sum by (function) (label_replace("
    + rate('kepler_pod_cpu_joules_total{pod_namespace="$namespace", zone="package"}')
    + ", "
    + POD.format("pod_name")
    + "))"
)
RATE_OF_CALLS = f"sum by (function_name) ({rate('gateway_function_invocation_total{' + CALLS + '}')})"
FAILED = CALLS + ', code!~"2..|3.."'
FAILED_CALLS = f"sum by (function_name) ({rate('gateway_function_invocation_total{' + FAILED + '}')})"


def latency(quantile):
    buckets = rate("gateway_functions_seconds_bucket{" + CALLS + "}")
    return f"histogram_quantile({quantile}, sum by (function_name, le) ({buckets}))"


MEAN_LATENCY = (
    f"sum by (function_name) ({rate('gateway_functions_seconds_sum{' + CALLS + '}')})"
    f" / sum by (function_name) ({rate('gateway_functions_seconds_count{' + CALLS + '}')})"
)

# One series of each exporter that is renewed at every scrape.
RENEWED = (
    '__name__=~"node_load1|container_cpu_usage_seconds_total|scaph_host_power_microwatts|kepler_node_cpu_watts", '
    'job=~"node|cadvisor|kubelet-cadvisor|scaphandre|kepler"'
)
