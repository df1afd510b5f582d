#!/usr/bin/env python3
"""Writes the dashboards below dashboards/: three pages over one set of named expressions.

usage: dashboards.py            write the JSON files
       dashboards.py --rules    print every expression as a Prometheus rule, for promtool to check

Expressions hold for both kinds of container labels (Kubernetes' names; the cgroup path that is all
faasd has) and for every energy meter the profiler knows. Where several meters run on one node the
first of the profiler's order is shown; meters are never added up.
"""

import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = {"type": "prometheus", "uid": "${datasource}"}
RATE = "$__rate_interval"

# ---- expressions ----

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

# ---- pages ----


def panel(title, unit, *series, description="", stacked=False, width=8):
    """series: (legend, expression)."""
    return {
        "title": title,
        "description": description,
        "type": "timeseries",
        "datasource": SOURCE,
        "gridPos": {"w": width, "h": 8},
        "fieldConfig": {
            "defaults": {
                "unit": unit,
                "min": 0,
                "custom": {
                    "fillOpacity": 20 if stacked else 0,
                    "stacking": {"mode": "normal" if stacked else "none"},
                    # Absence is absence: no line is drawn over a gap.
                    "spanNulls": False,
                },
            },
            "overrides": [],
        },
        "options": {
            "legend": {"displayMode": "table", "placement": "bottom", "calcs": ["lastNotNull", "mean", "max"]},
            "tooltip": {"mode": "multi", "sort": "desc"},
        },
        "targets": [
            {"refId": chr(ord("A") + i), "datasource": SOURCE, "expr": expression, "legendFormat": legend}
            for i, (legend, expression) in enumerate(series)
        ],
    }


RATE_PANEL = panel("Calls", "reqps", ("{{function}}", short(RATE_OF_CALLS)))
CPU_PANEL = panel(
    "CPU", "percent", ("{{function}}", f"100 * sum by (function) ({FUNCTION_CPU})"), description="Of one core, all replicas."
)
WATTS_PANEL = panel(
    "Watts, attributed",
    "watt",
    ("{{function}}", FUNCTION_WATTS),
    description="Its share of the node's busy CPU time, times the node's watts above the lowest of the last hour.",
    stacked=True,
)
NODE_CPU_PANEL = panel("CPU", "percent", ("{{node}}", f"100 * ({NODE_BUSY})"), description="Of one core.")
NODE_WATTS_PANEL = panel(
    "Watts", "watt", *[(f"{{{{node}}}} {name}", watts) for name, watts in METERS.items()], description="One line a meter."
)

FUNCTIONS = [
    RATE_PANEL,
    panel("Failed calls", "reqps", ("{{function}}", short(FAILED_CALLS)), description="Neither 2xx nor 3xx."),
    panel("Replicas", "none", ("{{function}}", short(f"max by (function_name) (gateway_service_count{{{CALLS}}})"))),
    panel("Latency at the gateway, mean", "s", ("{{function}}", short(MEAN_LATENCY))),
    panel("Latency at the gateway, median", "s", ("{{function}}", short(latency(0.5)))),
    panel("Latency at the gateway, 99th percentile", "s", ("{{function}}", short(latency(0.99)))),
    CPU_PANEL,
    panel(
        "Memory", "bytes", ("{{function}}", f"sum by (function) ({FUNCTION_MEMORY})"), description="Working sets of all replicas."
    ),
    panel(
        "CPU per call",
        "s",
        ("{{function}}", f"sum by (function) ({FUNCTION_CPU}) / sum by (function) ({short(RATE_OF_CALLS)})"),
    ),
    WATTS_PANEL,
    panel(
        "Watts, by the meters themselves",
        "watt",
        ("{{function}} Scaphandre", SCAPHANDRE_WATTS),
        ("{{function}} Kepler", KEPLER_WATTS),
        description="Processes that live shorter than a meter's round are missing here.",
    ),
    panel(
        "Joules per call", "joule", ("{{function}}", f"({FUNCTION_WATTS}) / sum by (function) ({short(RATE_OF_CALLS)})")
    ),
]

NODES = [
    NODE_CPU_PANEL,
    panel(
        "Memory in use",
        "bytes",
        ("{{node}}", "sum by (node) (node_memory_MemTotal_bytes - node_memory_MemAvailable_bytes)"),
        description="Total less available.",
    ),
    panel("Load", "none", ("{{node}}", "sum by (node) (node_load1)")),
    NODE_WATTS_PANEL,
    panel("Temperature", "celsius", ("{{node}} {{name}}", "ipmi_temperature_celsius")),
    panel("Power by the management controller", "watt", ("{{node}}", "sum by (node) (ipmi_dcmi_power_consumption_watts)")),
    panel(
        "Age of the newest sample",
        "s",
        ("{{job}} {{node}}", f"time() - max by (job, node) (timestamp({{{RENEWED}}}))"),
        description="A counter that is not renewed ends a window too early.",
        width=12,
    ),
    panel(
        "Targets that do not answer", "none", ("{{job}} {{node}} {{instance}}", "up == 0"), width=12
    ),
]

RUN = [
    dict(RATE_PANEL, gridPos={"w": 24, "h": 8}),
    dict(NODE_CPU_PANEL, title="Node CPU", gridPos={"w": 12, "h": 8}),
    dict(NODE_WATTS_PANEL, title="Node watts", gridPos={"w": 12, "h": 8}),
    dict(CPU_PANEL, title="Function CPU", gridPos={"w": 12, "h": 8}),
    dict(WATTS_PANEL, title="Function watts, attributed", gridPos={"w": 12, "h": 8}),
]

PAGES = {
    "functions": ("Edgewatt: functions", FUNCTIONS),
    "nodes": ("Edgewatt: nodes", NODES),
    "run": ("Edgewatt: a run", RUN),
}


def placed(panels):
    """Left to right, a new line when 24 columns are full."""
    x = y = 0
    out = []
    for number, one in enumerate(panels, 1):
        width = one["gridPos"]["w"]
        if x + width > 24:
            x, y = 0, y + 8
        out.append(dict(one, id=number, gridPos={"x": x, "y": y, "w": width, "h": 8}))
        x += width
    return out


def variable(name, query, regex="", multi=False, value=None):
    return {
        "name": name,
        "type": "query",
        "datasource": SOURCE,
        "query": {"query": query, "refId": name},
        "regex": regex,
        "multi": multi,
        "includeAll": multi,
        "allValue": "[^.]+" if multi else None,
        "refresh": 2,
        "sort": 1,
        "current": value or {},
    }


def dashboard(uid, title, panels):
    return {
        "uid": f"edgewatt-{uid}",
        "title": title,
        "tags": ["edgewatt"],
        "schemaVersion": 39,
        "editable": True,
        "refresh": "5s",
        "time": {"from": "now-30m", "to": "now"},
        "timezone": "browser",
        "graphTooltip": 1,
        "links": [
            {"type": "dashboards", "tags": ["edgewatt"], "title": "Edgewatt", "asDropdown": False, "keepTime": True, "includeVars": True}
        ],
        "annotations": {
            "list": [
                {
                    "name": f"Runs: {name}",
                    "datasource": {"type": "grafana", "uid": "-- Grafana --"},
                    "enable": True,
                    "iconColor": colour,
                    "target": {"type": "tags", "tags": ["edgewatt", tag], "matchAny": False, "limit": 1000},
                }
                # What annotate.py posts, coloured by verdict.
                for name, tag, colour in (
                    ("valid", "valid", "green"),
                    ("overload only", "overload-only", "orange"),
                    ("invalid", "invalid", "red"),
                    ("sessions and notes", "session", "blue"),
                )
            ]
        },
        "templating": {
            "list": [
                {"name": "datasource", "type": "datasource", "query": "prometheus", "current": {}, "refresh": 1},
                variable("namespace", "label_values(gateway_function_invocation_started, function_name)", regex="/[^.]+[.](.+)/"),
                variable(
                    "function",
                    'label_values(gateway_function_invocation_started{function_name=~".+[.]$namespace"}, function_name)',
                    regex="/([^.]+)[.].+/",
                    multi=True,
                    value={"text": ["All"], "value": ["$__all"]},
                ),
            ]
        },
        "panels": placed(panels),
    }


def rules():
    """Every expression with Grafana's variables filled in, as recording rules."""
    yield "groups:\n  - name: dashboards\n    rules:"
    for page, (_, panels) in PAGES.items():
        for i, one in enumerate(panels):
            for target in one["targets"]:
                expression = (
                    target["expr"].replace(RATE, "20s").replace("$namespace", "openfaas-fn").replace("$function", "figlet|env")
                )
                name = f"{page}:{i}:{target['refId'].lower()}"
                yield f"      - record: dashboard:{name.replace(':', '_')}\n        expr: {json.dumps(expression)}"


def main(arguments):
    if arguments == ["--rules"]:
        print("\n".join(rules()))
        return
    folder = arguments[0] if arguments else os.path.join(HERE, "dashboards")
    for uid, (title, panels) in PAGES.items():
        with open(os.path.join(folder, f"{uid}.json"), "w", encoding="utf-8") as out:
            json.dump(dashboard(uid, title, panels), out, indent=1, sort_keys=True)
            out.write("\n")


main(sys.argv[1:])
