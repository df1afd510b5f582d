#!/usr/bin/env python3
"""Writes the dashboards below dashboards/: three pages over the expressions of expressions.py, and
those of the image pipeline (pipeline.py).

usage: dashboards.py [FOLDER]     write the JSON files
       dashboards.py --rules      print every expression as a Prometheus rule, for promtool to check
       dashboards.py --queries    print them as JSON: page, panel, title, legend, expression
"""

import json
import os
import sys

import pipeline
from expressions import (
    CALLS,
    FAILED_CALLS,
    FUNCTION_CPU,
    FUNCTION_MEMORY,
    FUNCTION_WATTS,
    KEPLER_WATTS,
    MEAN_LATENCY,
    METERS,
    NODE_BUSY,
    RATE,
    RATE_OF_CALLS,
    RENEWED,
    SCAPHANDRE_WATTS,
    latency,
    short,
)
from panels import dashboard, panel, variable

HERE = os.path.dirname(os.path.abspath(__file__))

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
VARIABLES = [
    variable("namespace", "label_values(gateway_function_invocation_started, function_name)", regex="/[^.]+[.](.+)/"),
    variable(
        "function",
        'label_values(gateway_function_invocation_started{function_name=~".+[.]$namespace"}, function_name)',
        regex="/([^.]+)[.].+/",
        multi=True,
    ),
]


ALL_PAGES = {uid: (title, panels, VARIABLES, "30m") for uid, (title, panels) in PAGES.items()}
ALL_PAGES |= {uid: (title, panels, variables, "5m") for uid, (title, panels, variables) in pipeline.PAGES.items()}

# What Grafana puts in for its variables; a name after those that it begins with.
FILLED_IN = {
    RATE: "20s",
    "$namespace": "openfaas-fn",
    "$function": "figlet|env",
    "$time_window": "1m",
    "$__range": "5m",
    "$kafka_topic": "yolo_input",
    "$output_topic": "yolo_output",
    "$worker": "worker-1|worker-2",
    "$master": "master",
    "$job": "yolo-consumer",
    "$broker": ".+",
}


def queries():
    """(page, panel, title, legend, expression) with Grafana's variables filled in."""
    for page, (_, panels, *_) in ALL_PAGES.items():
        for i, one in enumerate(panels):
            for target in one.get("targets", ()):
                expression = target["expr"]
                for name, value in FILLED_IN.items():
                    expression = expression.replace(name, value)
                yield page, f"{i}_{target['refId'].lower()}", one["title"], target["legendFormat"], expression


def rules():
    """Every expression as a recording rule."""
    yield "groups:\n  - name: dashboards\n    rules:"
    for page, number, _, _, expression in queries():
        yield f"      - record: dashboard:{page}_{number}\n        expr: {json.dumps(expression)}"


def main(arguments):
    if arguments == ["--rules"]:
        print("\n".join(rules()))
        return
    if arguments == ["--queries"]:
        json.dump(list(queries()), sys.stdout)
        return
    folder = arguments[0] if arguments else os.path.join(HERE, "dashboards")
    for uid, (title, panels, variables, shown) in ALL_PAGES.items():
        with open(os.path.join(folder, f"{uid}.json"), "w", encoding="utf-8") as out:
            json.dump(dashboard(uid, title, panels, variables, shown), out, indent=1, sort_keys=True)
            out.write("\n")


main(sys.argv[1:])
