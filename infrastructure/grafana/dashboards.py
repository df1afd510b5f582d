#!/usr/bin/env python3
"""Writes the dashboards below dashboards/: three pages over the expressions of expressions.py.

usage: dashboards.py            write the JSON files
       dashboards.py --rules    print every expression as a Prometheus rule, for promtool to check
"""

import json
import os
import sys

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

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = {"type": "prometheus", "uid": "${datasource}"}



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
